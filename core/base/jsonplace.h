// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace todoku {

/**
 * A place in a JSON document, for reading tables and case files that strangers may have written.
 *
 * Reading never stops half-way: what is missing or of another type comes out empty, and the first
 * such place is kept. The reader looks at problem() once, when it has taken all that it wanted,
 * and gets one Error that names file, JSON path and reason.
 */
class JsonPlace
{
public:
    /** Parses @p bytes, which came from @p file. At most 64 levels deep. */
    [[nodiscard]] static JsonPlace parse(const QByteArray &bytes, const QString &file);

    /** Reads and parses a file of at most @p limit bytes. */
    [[nodiscard]] static JsonPlace readFile(const QString &path, qint64 limit = 64LL * 1024 * 1024);

    /** A member that must be there. */
    [[nodiscard]] JsonPlace at(const QString &key) const;
    /** A member that may be missing or null. */
    [[nodiscard]] std::optional<JsonPlace> find(const QString &key) const;

    [[nodiscard]] QString string() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] int integer() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] QStringList strings() const;
    [[nodiscard]] std::vector<JsonPlace> items() const;                       // of an array
    [[nodiscard]] std::vector<std::pair<QString, JsonPlace>> members() const; // of an object

    [[nodiscard]] QString stringOr(const QString &key, const QString &fallback = {}) const;
    [[nodiscard]] double numberOr(const QString &key, double fallback) const;
    [[nodiscard]] bool booleanOr(const QString &key, bool fallback) const;
    [[nodiscard]] QStringList stringsOr(const QString &key) const; // empty if missing

    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isString() const;
    [[nodiscard]] const nlohmann::json &json() const;

    /** Says that this place is wrong, for a reason that only the reader can see. */
    void complain(const QString &reason) const;
    /** Checks the member "schema". */
    void expectSchema(const QString &schema) const;

    [[nodiscard]] std::optional<Error> problem() const;

private:
    struct Document;

    JsonPlace(std::shared_ptr<Document> document, const nlohmann::json *value, QString path);

    [[nodiscard]] JsonPlace child(const nlohmann::json *value, const QString &step) const;

    std::shared_ptr<Document> m_document;
    const nlohmann::json *m_value;
    QString m_path;
};

} // namespace todoku
