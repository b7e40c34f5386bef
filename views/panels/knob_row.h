// SPDX-License-Identifier: GPL-3.0-or-later
// One knob of the workload as a control: a slider with a value that can be typed, segments, a list, or a
// line.
//
// Up to three short words are segments, more are a list; the form of a row never changes. Thread: GUI.
// Promise: each form says what a person asked. [KnobPanelTest.EveryFormOfKnobEmitsItsIntent]
#pragma once

#include "model/scenario/knobs.h"
#include "views/panels/choice_field.h"
#include "views/panels/knob_scale.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace supernode {

class ParameterSlider;
class Segmented;

class KnobRow : public QWidget {
    Q_OBJECT

public:
    // `words`: options of a text that is chosen from a list (models); empty for one that is typed.
    KnobRow(const Knob& knob, const std::vector<Option>& words, const SystemSpec& system,
            QWidget* parent = nullptr);
    void setKnob(const Knob& knob, const SystemSpec& system); // of the same field

    const Knob& knob() const { return m_knob; }
    ParameterSlider* slider() const { return m_slider; } // null for other forms, as all of these
    Segmented* segments() const { return m_segments; }
    ChoiceField* list() const { return m_list; }
    QLineEdit* line() const { return m_line; }

signals:
    void numberChosen(std::optional<double> value);
    void wordChosen(const QString& word);
    void dragEnded();
    void notUnderstood(const QString& sentence);

private:
    void buildSlider();
    void buildWords(const std::vector<Option>& words, const SystemSpec& system);
    void buildLine();
    std::vector<Option> options(const SystemSpec& system) const;
    void take(const QString& text);

    Knob m_knob;
    bool m_ownWords = false; // the list came from the owner
    std::vector<KnobValue> m_stops;
    ParameterSlider* m_slider = nullptr;
    Segmented* m_segments = nullptr;
    ChoiceField* m_list = nullptr;
    QLineEdit* m_line = nullptr;
};

} // namespace supernode
