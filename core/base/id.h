// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

namespace todoku {

/** A name from the knowledge base. The tag keeps a cause from being passed as a fact. */
template<typename Tag>
struct Id
{
    QString value;

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using FactId = Id<struct FactTag>;
using CauseId = Id<struct CauseTag>;
using ProbeId = Id<struct ProbeTag>;
using QuestionId = Id<struct QuestionTag>;
using RemedyId = Id<struct RemedyTag>;

} // namespace todoku
