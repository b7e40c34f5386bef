// SPDX-License-Identifier: GPL-3.0-or-later
// A checkable entry with a title and a line beneath: a system (outlined in its own colour) or a workload.
#pragma once

#include "views/panels/painted.h"

namespace supernode {

class ChoiceCard : public PaintedButton {
    Q_OBJECT

public:
    enum class Look { Outlined, ListEntry };
    explicit ChoiceCard(Look look, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& subtitle);
    void setAccent(const QColor& accent);
    QString subtitle() const { return m_subtitle; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {96, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_subtitle;
    QColor m_accent;
};

} // namespace supernode
