// SPDX-License-Identifier: MIT
#include "resources/resources.h"

using namespace Qt::StringLiterals;

namespace todoku {

QString knowledgeDirectory()
{
    return qEnvironmentVariable("TODOKU_KNOWLEDGE", u":/knowledge"_s);
}

QString reportWordsDirectory()
{
    return u":/report"_s;
}

QString scenarioDirectory()
{
    return u":/lab"_s;
}

} // namespace todoku
