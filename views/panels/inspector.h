// SPDX-License-Identifier: GPL-3.0-or-later
// The thing that is selected, at the right: what it is, how busy it is, why, what can be done to it.
//
// Shows the whole system when nothing is selected. Emits intents only; the change comes back as an outcome.
// Cards (charts) that the owner adds stand below the buttons. Thread: GUI.
// Promise: the buttons name the element that is shown. [Inspector.ButtonsEmitTheElement]
// Promise: the slider asks for the share of its rate that the element keeps.
// [Inspector.TheSliderSlowsTheElement]
#pragma once

#include "views/panels/inspection.h"

#include <QFrame>

#include <span>

class QLabel;
class QVBoxLayout;

namespace supernode {

class FactRow;
class ParameterSlider;
class PillButton;

class Inspector : public QFrame {
    Q_OBJECT

public:
    explicit Inspector(QWidget* parent = nullptr);
    // None or an invalid one is the system; of many it says sum, mean, least and most.
    void show(const Outcome& outcome, const Interval& interval, std::span<const ElementId> elements);
    void show(const Outcome& outcome, const Interval& interval, ElementId element) {
        show(outcome, interval, std::span(&element, 1));
    }
    enum class Pinned { No, Yes };
    void setPinned(Pinned pinned); // of what is shown
    void addCard(QWidget* card);   // takes ownership

    const Inspection& inspection() const { return m_inspection; }
    const std::vector<FactRow*>& rows() const { return m_rows; }
    PillButton* failButton() const { return m_fail; } // restores while the element is down
    PillButton* copyButton() const { return m_copy; } // hidden where no expert can be copied
    PillButton* focusButton() const { return m_focus; }
    PillButton* pinButton() const { return m_pin; }
    ParameterSlider* speedSlider() const { return m_speed; } // hidden while the element is down
    QSize sizeHint() const override { return {296, 700}; }

signals:
    void failRequested(supernode::ElementId element);
    void restoreRequested(supernode::ElementId element); // what took the shown one down
    void copyRequested(supernode::ElementId element);    // of its hottest expert, to elsewhere
    void focusRequested(supernode::ElementId element);
    void elementAsked(const QString& name);                           // that a row is about
    void pinRequested(supernode::ElementId element);                  // or to let go of it
    void slowRequested(supernode::ElementId element, double percent); // 100: as fast as it was built
    void dragEnded(); // what came since the last one was one move of the slider

private:
    void buildHead(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void buildSpeed(QVBoxLayout* column);
    void showButtons();
    void showSpeed();
    void typeSpeed(const QString& text);
    void showRows(bool sameElement);

    Inspection m_inspection;
    std::vector<FactRow*> m_rows;
    QLabel *m_title = nullptr, *m_subtitle = nullptr, *m_whyTitle = nullptr, *m_why = nullptr,
           *m_notes = nullptr;
    QFrame* m_whyBox = nullptr;
    QVBoxLayout *m_rowColumn = nullptr, *m_cards = nullptr;
    PillButton *m_fail = nullptr, *m_focus = nullptr, *m_pin = nullptr, *m_copy = nullptr;
    ParameterSlider* m_speed = nullptr;
};

} // namespace supernode
