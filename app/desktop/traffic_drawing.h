// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing traffic by hand: the switch for it, the strip above the view that says what a stroke does and how
// many bytes it sends, and the pad over the views that turns strokes into flows of the session.
//
// Ownership: an ordinary child widget; the pad belongs to the stack of views. Thread: GUI.
// Promise: a stroke is one step of the history. [TrafficDrawingTest.AStrokeIsOneStepOfTheHistory]
// Promise: that it takes the place of other work is said before and after.
// [TrafficDrawingTest.ThatItReplacesOtherWorkIsSaid]
#pragma once

#include "app/desktop/session.h"
#include "views/flow_pad.h"

#include <QFrame>

class QStackedWidget;

namespace supernode {

class ParameterSlider;
class PillButton;

class TrafficDrawing : public QFrame {
    Q_OBJECT

public:
    TrafficDrawing(Session& session, QStackedWidget* views, QWidget* parent = nullptr);
    PillButton* toggleButton() const { return m_toggle; } // for the owner to place; owned by it then
    bool isOn() const { return !isHidden(); }
    void setOn(bool on);
    FlowPad& pad() { return *m_pad; }
    ParameterSlider* bytes() const { return m_bytes; }
    QString sentence() const;

signals:
    void turnedOn();

private:
    void draw(const std::vector<std::pair<ElementId, ElementId>>& strokes);
    void showSentence();
    Bytes chosen() const;
    enum class Note { None, Replaced, Refused };
    Note m_note = Note::None; // of the last stroke
    QString m_refusal;

    Session& m_session;
    QStackedWidget* m_views;
    FlowPad* m_pad;
    PillButton *m_toggle, *m_done;
    ParameterSlider* m_bytes;
    QLabel* m_sentence;
};

} // namespace supernode
