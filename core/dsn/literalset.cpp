// SPDX-License-Identifier: MIT
#include "core/dsn/literalset.h"

#include <deque>

namespace todoku {

LiteralSet::LiteralSet(const QByteArrayList &literals)
{
    for (const QByteArray &literal : literals) {
        for (const char c : literal) {
            int &symbol = m_symbols.at(static_cast<unsigned char>(c));
            if (symbol == 0)
                symbol = m_columns++;
        }
    }
    m_next.assign(static_cast<std::size_t>(m_columns), -1);
    m_ending.emplace_back();
    for (int i = 0; i < literals.size(); ++i)
        insert(i, literals[i]);
    link();
}

std::int32_t &LiteralSet::edge(std::int32_t state, int symbol)
{
    return m_next[static_cast<std::size_t>(state) * static_cast<std::size_t>(m_columns)
                  + static_cast<std::size_t>(symbol)];
}

void LiteralSet::insert(int index, const QByteArray &literal)
{
    if (literal.isEmpty())
        return;
    std::int32_t state = 0;
    for (const char c : literal) {
        const int symbol = m_symbols.at(static_cast<unsigned char>(c));
        if (edge(state, symbol) < 0) {
            const auto created = static_cast<std::int32_t>(m_ending.size());
            m_ending.emplace_back();
            m_next.resize(m_next.size() + static_cast<std::size_t>(m_columns), -1);
            edge(state, symbol) = created;
        }
        state = edge(state, symbol);
    }
    m_ending[static_cast<std::size_t>(state)].push_back(index);
}

void LiteralSet::link()
{
    std::vector<std::int32_t> fail(m_ending.size(), 0);
    m_shorter.assign(m_ending.size(), -1);
    std::deque<std::int32_t> queue;
    for (int symbol = 0; symbol < m_columns; ++symbol) {
        std::int32_t &next = edge(0, symbol);
        if (next < 0)
            next = 0;
        else
            queue.push_back(next);
    }
    while (!queue.empty()) {
        const std::int32_t state = queue.front();
        queue.pop_front();
        const std::int32_t back = fail[static_cast<std::size_t>(state)];
        m_shorter[static_cast<std::size_t>(state)]
            = m_ending[static_cast<std::size_t>(back)].empty()
                  ? m_shorter[static_cast<std::size_t>(back)]
                  : back;
        for (int symbol = 0; symbol < m_columns; ++symbol) {
            std::int32_t &next = edge(state, symbol);
            if (next < 0) {
                next = edge(back, symbol);
            } else {
                fail[static_cast<std::size_t>(next)] = edge(back, symbol);
                queue.push_back(next);
            }
        }
    }
}

std::vector<LiteralSet::Hit> LiteralSet::find(QByteArrayView text, std::size_t limit) const
{
    std::vector<Hit> hits;
    if (m_ending.size() < 2)
        return hits;
    std::size_t state = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto symbol
            = static_cast<std::size_t>(m_symbols.at(static_cast<unsigned char>(text[i])));
        state = static_cast<std::size_t>(
            m_next[state * static_cast<std::size_t>(m_columns) + symbol]);
        for (auto ending = static_cast<std::int32_t>(state); ending >= 0;
             ending = m_shorter[static_cast<std::size_t>(ending)]) {
            for (const int literal : m_ending[static_cast<std::size_t>(ending)])
                hits.push_back({.literal = literal, .end = i + 1});
        }
        if (hits.size() >= limit)
            break;
    }
    return hits;
}

} // namespace todoku
