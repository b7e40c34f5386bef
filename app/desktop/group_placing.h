// SPDX-License-Identifier: GPL-3.0-or-later
// Placing groups by hand: the switch for it, the strip above the view that says what a drag does, and the pad
// over the views that shows where each group stands as coloured bands and turns drags into moves.
//
// With a dispatch or combine of a mixture of experts a drag from die to die copies the hottest expert of the
// first one. Ownership: an ordinary child widget; the pad belongs to the stack of views. Thread: GUI.
// Promise: a drag of a group is one step of the history, and undo brings it back.
// [GroupPlacingTest.ADragIsOneStepAndUndoBringsItBack]
#pragma once

#include "app/desktop/group_drop.h"
#include "app/desktop/session.h"
#include "views/flow_pad.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QStackedWidget;

namespace supernode {

class PillButton;
class Segmented;

class GroupPlacing : public QFrame {
    Q_OBJECT

public:
    GroupPlacing(Session& session, QStackedWidget* views, QWidget* parent = nullptr);
    PillButton* toggleButton() const {
        return m_toggle;
    } // for the owner to place; hidden where nothing moves
    bool isOn() const { return !isHidden(); }
    void setOn(bool on);
    FlowPad& pad() { return *m_pad; }
    Segmented* kinds() const { return m_kinds; }
    QString sentence() const;
    void copyExpert(ElementId hot); // to wherever there is least to do

signals:
    void turnedOn();

private:
    void drag(const std::vector<std::pair<ElementId, ElementId>>& strokes);
    void apply(const Result<Scenario>& next, const QString& text);
    void showAnswer();
    void showSentence();
    void paintBands(QPainter& painter) const;
    QString bandName(ElementId element) const;
    Dragged what() const;
    bool copies() const; // a drag copies an expert

    Session& m_session;
    QStackedWidget* m_views;
    FlowPad* m_pad;
    PillButton *m_toggle, *m_done;
    Segmented* m_kinds;
    QLabel* m_sentence;
    std::vector<Dragged> m_shown;
    QString m_note;  // of the last drag
    QTimer m_follow; // the camera moves under the bands
};

} // namespace supernode
