// SPDX-License-Identifier: MIT
#pragma once

#include "core/investigation/investigation.h"
#include "ui/models/casehistory.h"
#include "ui/window/windowwords.h"

#include <QObject>
#include <QTimer>

namespace todoku {

/** The case on the desk: the investigation, its undo history, its file, and the words shown. */
class CaseDesk final : public QObject
{
    Q_OBJECT

public:
    /** Cases are saved by themselves under @p directory; nowhere if it is empty. */
    CaseDesk(Investigation &investigation, QString directory, QObject *parent = nullptr);

    [[nodiscard]] Investigation &investigation() { return m_investigation; }
    [[nodiscard]] const Investigation &investigation() const { return m_investigation; }
    [[nodiscard]] const WindowWords &wording() const { return m_wording; }
    [[nodiscard]] Language language() const { return m_wording.language(); }
    void setLanguage(Language language);

    void startAnew();
    [[nodiscard]] Result<> openCase(const QString &path);
    [[nodiscard]] Result<> saveCaseAs(const QString &path);
    /** A case file is opened; anything else is taken in as a document. */
    [[nodiscard]] Result<> takeIn(const Document &document);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();

    /** Writes what has not been written yet. */
    void saveNow();

Q_SIGNALS:
    void changed();
    /** Another case lies on the desk. */
    void replaced();
    void saved();
    void saveFailed(const QString &reason);

private:
    void onChanged();
    void replace(const Case &subject, const QString &path);
    void restore(const std::optional<Case> &subject);

    Investigation &m_investigation;
    WindowWords m_wording;
    CaseHistory m_history;
    QTimer m_saveTimer;
    QString m_directory;
    QString m_path;
    bool m_isRestoring = false;
};

} // namespace todoku
