// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <vector>

namespace todoku {

/**
 * Finds all of many literals in one pass over a text (Aho and Corasick, 1975), so that reading a
 * reply costs its length and not the number of rows.
 */
class LiteralSet
{
public:
    struct Hit
    {
        int literal = 0; // index in the list given
        qsizetype end = 0;
    };

    LiteralSet() = default;
    explicit LiteralSet(const QByteArrayList &literals);

    /** Every occurrence, in the order of its end; no more than @p limit. */
    [[nodiscard]] std::vector<Hit> find(QByteArrayView text, std::size_t limit = 20'000) const;

private:
    [[nodiscard]] std::int32_t &edge(std::int32_t state, int symbol);
    void insert(int index, const QByteArray &literal);
    void link();

    std::array<int, 256> m_symbols{}; // byte -> column; 0 for bytes in no literal
    int m_columns = 1;
    std::vector<std::int32_t> m_next;
    std::vector<std::vector<int>> m_ending; // literals that end in this state
    std::vector<std::int32_t> m_shorter;    // next state to the root that ends a literal, or -1
};

} // namespace todoku
