// SPDX-License-Identifier: GPL-3.0-or-later
// What would help: single changes with what each of them gains, most first; a click makes the change.
//
// Thread: GUI. Promise: a click asks for the change that it names. [HelpPanelTest.AClickAsksForTheChange]
#pragma once

#include "views/panels/painted.h"

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace supernode {

class ChoiceCard;

struct HelpEntry {
    QString text;     // "Link rate 28 to 35 GB/s"
    QString gain;     // "+25 %: 188 TB/s"
    double share = 0; // of the largest gain, 0..1
    bool operator==(const HelpEntry&) const = default;
};

class HelpLine : public PaintedButton {
    Q_OBJECT

public:
    HelpLine(const HelpEntry& entry, QWidget* parent);
    QSize sizeHint() const override { return {200, 52}; }
    QSize minimumSizeHint() const override { return {96, 52}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HelpEntry m_entry;
};

class HelpPanel : public QFrame {
    Q_OBJECT

public:
    explicit HelpPanel(QWidget* parent = nullptr);
    // `headline`: which number it is about. Nothing in the list: `sentence` says why.
    void setEntries(const QString& headline, const std::vector<HelpEntry>& entries, const QString& sentence);
    const std::vector<HelpLine*>& lines() const { return m_lines; }

signals:
    void chosen(int index);

private:
    QVBoxLayout* m_column;
    std::vector<HelpLine*> m_lines;
    QLabel *m_headline, *m_sentence;
};

} // namespace supernode
