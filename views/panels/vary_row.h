// SPDX-License-Identifier: GPL-3.0-or-later
// One knob of a sweep: which one, its values as text, and a cross that takes the row away.
//
// Emits intents; what is not understood stands beneath in the colour of failure. Thread: GUI.
// Promise: a knob, its values and the cross say what was done. [VaryRowTest.SaysWhatWasDone]
#pragma once

#include "views/panels/choice_field.h"

class QLineEdit;

namespace supernode {

class SignButton;

class VaryRow : public QWidget {
    Q_OBJECT

public:
    explicit VaryRow(QWidget* parent = nullptr);
    void setKnobs(const std::vector<Option>& knobs);
    void setKnob(const QString& id, const QString& values);
    void setProblem(const QString& sentence); // "" where the values are understood

    QString knob() const { return m_chosen; }
    QString values() const;
    ChoiceField* field() const { return m_field; }
    QLineEdit* edit() const { return m_edit; }
    SignButton* cross() const { return m_cross; }
    const QLabel* problem() const { return m_problem; }

signals:
    void knobChosen(const QString& id);
    void valuesTyped();
    void removeRequested();

private:
    QString m_chosen;
    ChoiceField* m_field;
    QLineEdit* m_edit;
    SignButton* m_cross;
    QLabel* m_problem;
};

// How far something has come, as a line that fills.
class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setShare(double share); // 0..1
    double share() const { return m_share; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

} // namespace supernode
