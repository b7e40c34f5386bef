// SPDX-License-Identifier: GPL-3.0-or-later
// The machine as something to change: planes, links, nodes, memory, arithmetic, power, behind one fold.
//
// Made from the table in fact_knobs.h; what is for students and explorers stands behind "more". Emits
// intents: the value comes back through setSystem. Thread: GUI. Promise: a knob asks for its fact in the unit
// of the knob. [MachinePanelTest.AKnobAsksForItsFact]
#pragma once

#include "model/scenario/fact_knobs.h"
#include "views/panels/choice_field.h"

#include <QWidget>

#include <string>
#include <vector>

class QVBoxLayout;

namespace supernode {

class KnobRow;
class PillButton;

class MachinePanel : public QWidget {
    Q_OBJECT

public:
    explicit MachinePanel(QWidget* parent = nullptr);
    void setSystem(const SystemSpec& system); // as the changes leave it

    FoldButton* fold() const { return m_fold; }
    FoldButton* more() const { return m_more; }
    PillButton* saveButton() const { return m_save; } // below the open knobs
    KnobRow* row(std::string_view path) const;        // null where there is none
    const std::vector<KnobRow*>& rows() const { return m_rows; }

signals:
    void factSet(const QString& path, double value); // in the knob's unit
    void factChosen(const QString& path, const QString& word);
    void dragEnded();
    void refused(const QString& sentence);
    void saveRequested(); // as a machine of its own

private:
    void rebuild(const std::vector<FactKnob>& knobs, const SystemSpec& system);
    void connectRow(KnobRow* row);
    void showOpen();

    std::string m_builtFor; // id of the machine
    std::vector<KnobRow*> m_rows, m_others;
    FoldButton *m_fold, *m_more;
    PillButton* m_save;
    QVBoxLayout* m_column;
};

} // namespace supernode
