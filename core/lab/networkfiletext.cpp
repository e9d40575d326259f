// SPDX-License-Identifier: MIT
#include "core/lab/networkfiletext.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

static std::vector<std::string> texts(const QStringList &list)
{
    std::vector<std::string> result;
    for (const QString &text : list)
        result.push_back(text.toStdString());
    return result;
}

QByteArray toJson(const NetworkFile &file)
{
    nlohmann::json root{{"resolvers", texts(file.resolvers)},
                        {"connect", nlohmann::json::object()},
                        {"unreachable", nlohmann::json::array()},
                        {"reachability", texts(file.reachability)}};
    root["default"] = file.byDefault == NetworkFile::Default::Direct ? "direct" : "refuse";
    for (auto it = file.connect.begin(); it != file.connect.end(); ++it)
        root["connect"][it.key().toString().toStdString()] = it.value().toString().toStdString();
    for (const auto &[address, bits] : file.unreachable)
        root["unreachable"].push_back(u"%1/%2"_s.arg(address.toString()).arg(bits).toStdString());
    for (auto it = file.http.begin(); it != file.http.end(); ++it)
        root["http"][it.key().toStdString()] = it.value().toStdString();
    if (!file.trustFile.isEmpty())
        root["trust"] = QFileInfo(file.trustFile).absoluteFilePath().toStdString();
    if (file.ownAddress)
        root["own_address"] = file.ownAddress->toString().toStdString();
    return QByteArray::fromStdString(root.dump(2)) + '\n';
}

} // namespace todoku
