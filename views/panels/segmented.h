// SPDX-License-Identifier: GPL-3.0-or-later
// One choice out of a few, side by side.
//
// Tabs: no outline, the chosen one is a filled pill (modes). Pills: outlined pills (per system, per chip).
// Track: one bar cut into equal parts (narrow panels). Underlined: large words with a line under the chosen
// one (views). Arrow keys move the choice once the keyboard is on it.
#pragma once

#include "views/panels/painted.h"

#include <QStringList>

class QButtonGroup;
class QHBoxLayout;

namespace supernode {

class Segmented : public QWidget {
    Q_OBJECT

public:
    enum class Look { Tabs, Pills, Track, Underlined };
    explicit Segmented(Look look, QWidget* parent = nullptr);

    void setOptions(const QStringList& options); // keeps the chosen index where it still exists
    void setCurrent(int index);                  // does not emit
    int current() const;
    int count() const;
    void setOptionEnabled(int index, bool enabled, const QString& reason = {});
    QAbstractButton* option(int index) const;
    void setHeight(int pixels); // of all options, those of later too

signals:
    void chosen(int index); // by a person

private:
    Look m_look;
    int m_high = 0; // 0: as the look has it
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
};

class SegmentButton : public PaintedButton {
    Q_OBJECT

public:
    SegmentButton(const QString& text, Segmented::Look look, QWidget* parent);
    void setHeight(int pixels);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintUnderlined(QPainter& painter, const Theme& theme);

    Segmented::Look m_look;
    int m_high;
};

} // namespace supernode
