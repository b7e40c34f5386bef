// SPDX-License-Identifier: GPL-3.0-or-later
// One choice out of a few, side by side.
//
// Tabs: no outline, the chosen one is a filled pill (modes). Pills: outlined pills (per system, per chip).
// Track: one bar cut into equal parts (narrow panels). Arrow keys move the choice.
#pragma once

#include "views/panels/painted.h"

#include <QStringList>

class QButtonGroup;
class QHBoxLayout;

namespace supernode {

class Segmented : public QWidget {
    Q_OBJECT

public:
    enum class Look { Tabs, Pills, Track };
    explicit Segmented(Look look, QWidget* parent = nullptr);

    void setOptions(const QStringList& options); // keeps the chosen index where it still exists
    void setCurrent(int index);                  // does not emit
    int current() const;
    int count() const;
    void setOptionEnabled(int index, bool enabled, const QString& reason = {});
    QAbstractButton* option(int index) const;

signals:
    void chosen(int index); // by a person

private:
    Look m_look;
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
};

class SegmentButton : public PaintedButton {
    Q_OBJECT

public:
    SegmentButton(const QString& text, Segmented::Look look, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Segmented::Look m_look;
};

} // namespace supernode
