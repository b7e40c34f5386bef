// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks many at once: so many parts of a kind, drawn at random by a seed that draws them again.
//
// Emits intents; a card (the curve of what that does) stands below. Thread: GUI.
// Promise: the buttons say what was chosen. [BreakPanelTest.SaysWhatWasChosen]
#pragma once

#include "views/panels/choice_field.h"

#include <QFrame>

class QVBoxLayout;

namespace supernode {

class ParameterSlider;
class PillButton;

struct BreakablePart {
    QString word;  // "modules", as the model knows it
    QString title; // in the language
    int standing = 0;
    bool operator==(const BreakablePart&) const = default;
};

class BreakPanel : public QFrame {
    Q_OBJECT

public:
    explicit BreakPanel(QWidget* parent = nullptr);
    void setParts(const std::vector<BreakablePart>& parts); // keeps what was chosen where it still is
    void addCard(QWidget* card);                            // takes ownership
    void setBusy(const QString& sentence);                  // "" when the curve is there

    QString part() const { return m_part; }
    int count() const;
    quint64 seed() const { return m_seed; }
    ChoiceField* kinds() const { return m_kinds; }
    ParameterSlider* counts() const { return m_counts; }
    ParameterSlider* seeds() const { return m_seeds; }
    PillButton* breakButton() const { return m_break; }
    PillButton* curveButton() const { return m_curve; }

signals:
    void breakRequested(const QString& part, int count, quint64 seed);
    void curveRequested(const QString& part, quint64 seed);

private:
    void showPart();
    std::vector<BreakablePart> m_parts;
    QString m_part;
    quint64 m_seed = 1;
    std::vector<int> m_steps; // of the slider
    ChoiceField* m_kinds;
    ParameterSlider *m_counts, *m_seeds;
    PillButton *m_break, *m_curve;
    QLabel* m_busy;
    QVBoxLayout* m_cards;
};

} // namespace supernode
