// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/linked_halls.h"

#include "model/fabric/counterpart.h"
#include "views/theme/words.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace supernode {

LinkedHalls::LinkedHalls(HallView& left, HallView& right, QObject* parent)
    : QObject(parent), m_sides{Side{&left, {}, {}, {}, {}}, Side{&right, {}, {}, {}, {}}} {
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        HallView* const hall = m_sides[i].hall;
        connect(hall, &HallView::cameraChanged, this, [this, i] {
            m_mover = i;
            follow(i);
        });
        connect(hall, &HallView::elementClicked, this, [this, i](ElementId element) {
            select(static_cast<int>(i),
                   element.valid() ? std::vector<ElementId>{element} : std::vector<ElementId>());
        });
        connect(hall, &HallView::elementsBrushed, this,
                [this, i](const std::vector<ElementId>& elements) { select(static_cast<int>(i), elements); });
        hall->installEventFilter(this);
    }
}

void LinkedHalls::setOutcome(int index, const OutcomePtr& outcome) {
    Side& side = m_sides[static_cast<std::size_t>(index)];
    const bool isOther = !side.outcome || !(side.outcome->fabric->system() == outcome->fabric->system());
    if (!side.outcome || side.outcome->fabric != outcome->fabric)
        side.instances = instancesOf(outcome->fabric);
    side.outcome = outcome;
    side.hall->setOutcome(outcome);
    if (!isOther)
        return;
    for (Side& each : m_sides) {
        show(each, {}, {});
        each.hall->home();
    }
    emit selected();
}

void LinkedHalls::setLink(Link link) {
    m_link = link;
    follow(m_mover);
    if (!m_sides[m_mover].selection.empty())
        select(static_cast<int>(m_mover), m_sides[m_mover].selection);
}

Camera LinkedHalls::home(const Side& side) const {
    return homeCamera(*side.instances, static_cast<float>(side.hall->width()) /
                                           static_cast<float>(std::max(1, side.hall->height())));
}

void LinkedHalls::follow(std::size_t mover) {
    const Side &from = m_sides[mover], &to = m_sides[1 - mover];
    if (m_link == Link::Apart || !from.instances || !to.instances)
        return;
    const Camera now = from.hall->camera(), seen = home(from), theirs = home(to);
    if (now == seen)
        return to.hall->setCamera(theirs);
    const float measure = theirs.distance / seen.distance;
    Camera next = theirs;
    next.yaw += now.yaw - seen.yaw;
    next.pitch += now.pitch - seen.pitch;
    next.distance = now.distance * measure;
    next.target = theirs.target + (now.target - seen.target) * measure;
    to.hall->setCamera(next);
}

void LinkedHalls::show(Side& side, std::vector<ElementId> elements, const QString& missing) {
    side.text = missing;
    if (elements.size() == 1)
        side.text = capitalized(word(side.outcome->fabric->name(elements.front())));
    else if (elements.size() > 1)
        side.text = tr("%n parts", "", static_cast<int>(elements.size()));
    side.selection = std::move(elements);
    side.hall->setSelection(side.selection);
}

void LinkedHalls::select(int index, const std::vector<ElementId>& elements) {
    m_mover = static_cast<std::size_t>(index);
    Side &here = m_sides[m_mover], &there = m_sides[1 - m_mover];
    if (!here.outcome || !there.outcome)
        return;
    show(here, elements, {});
    if (m_link == Link::Together) {
        std::vector<ElementId> likes;
        for (const ElementId element : elements) {
            const ElementId like = counterpart(*here.outcome->fabric, element, *there.outcome->fabric);
            if (like.valid() && std::find(likes.begin(), likes.end(), like) == likes.end())
                likes.push_back(like);
        }
        const bool isMissing = likes.empty() && !elements.empty();
        show(there, likes, isMissing ? tr("nothing like it here") : QString());
    }
    emit selected();
}

bool LinkedHalls::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before the shortcuts of the window
        if (event->type() == QEvent::KeyPress)
            select(watched == m_sides[0].hall ? 0 : 1, {});
        return true;
    }
    if (event->type() == QEvent::Resize) // once both have their new size
        QMetaObject::invokeMethod(
            this, [this] { follow(m_mover); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace supernode
