// SPDX-License-Identifier: GPL-3.0-or-later
// Two scenes as one: what a hand does with the camera of one happens to the other, in the measure of its own
// machine, and what is selected in one is selected in the other, where there is such a part.
//
// Moves are told against the place from where all of a machine is seen. Ownership: a child of the page; both
// scenes outlive it. Thread: GUI. Promise: a turn here is a turn there.
// [LinkedHallsTest.ATurnHereIsATurnThere] Promise: where there is no such part it is said.
// [LinkedHallsTest.WhereThereIsNoSuchPartItIsSaid]
#pragma once

#include "views/scene/hall_view.h"

#include <QObject>

#include <array>

namespace supernode {

class LinkedHalls : public QObject {
    Q_OBJECT

public:
    enum class Link { Together, Apart }; // in the order of the switch

    LinkedHalls(HallView& left, HallView& right, QObject* parent);
    void setOutcome(int side, const OutcomePtr& outcome); // another machine brings both home
    void setLink(Link link);
    Link link() const { return m_link; }
    void select(int side, const std::vector<ElementId>& elements);
    // "rack 3"; that there is nothing like it here; "" for no selection.
    const QString& selectionText(int side) const { return m_sides[static_cast<std::size_t>(side)].text; }
    const std::vector<ElementId>& selection(int side) const {
        return m_sides[static_cast<std::size_t>(side)].selection;
    }

signals:
    void selected(); // other texts

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the scenes: Esc, their size

private:
    struct Side {
        HallView* hall;
        OutcomePtr outcome;
        InstancesPtr instances; // of the whole machine
        std::vector<ElementId> selection;
        QString text;
    };
    Camera home(const Side& side) const;
    void follow(std::size_t mover);
    void show(Side& side, std::vector<ElementId> elements, const QString& missing);

    std::array<Side, 2> m_sides;
    Link m_link = Link::Together;
    std::size_t m_mover = 0; // whose camera was moved last
};

} // namespace supernode
