// SPDX-License-Identifier: MIT
#include "ui/widgets/pathaccess.h"

#include "ui/widgets/pathpicture.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <array>

namespace todoku {

namespace {

/** One hop, as screen readers see it: a named picture with a place. */
class HopAccess final : public QAccessibleInterface
{
public:
    HopAccess(PathPicture *picture, size_t hop)
        : m_picture(picture)
        , m_hop(hop)
    {}

    [[nodiscard]] bool isValid() const override { return !m_picture.isNull(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_picture);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_picture ? m_picture->description(m_hop) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!m_picture)
            return {};
        const QRect own = m_picture->hopRect(m_hop);
        return {m_picture->mapToGlobal(own.topLeft()), own.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        return state;
    }

private:
    QPointer<PathPicture> m_picture;
    size_t m_hop;
};

class PathAccess final : public QAccessibleWidget
{
public:
    explicit PathAccess(PathPicture *picture)
        : QAccessibleWidget(picture, QAccessible::List)
    {
        for (size_t hop = 0; hop < m_hops.size(); ++hop)
            m_hops[hop] = QAccessible::registerAccessibleInterface(new HopAccess(picture, hop));
    }
    PathAccess(const PathAccess &) = delete;
    PathAccess &operator=(const PathAccess &) = delete;
    PathAccess(PathAccess &&) = delete;
    PathAccess &operator=(PathAccess &&) = delete;
    ~PathAccess() override
    {
        for (const QAccessible::Id id : m_hops)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(m_hops.size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return QAccessible::accessibleInterface(m_hops[static_cast<size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == wanted)
                return index;
        }
        return -1;
    }

private:
    std::array<QAccessible::Id, allHops.size()> m_hops{};
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *picture = qobject_cast<PathPicture *>(object);
    return picture ? new PathAccess(picture) : nullptr;
}

} // namespace

void installPathAccess()
{
    QAccessible::installFactory(makeAccess);
}

} // namespace todoku
