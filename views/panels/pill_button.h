// SPDX-License-Identifier: GPL-3.0-or-later
// The push button of the program.
//
// Plain: raised surface. Danger: outlined in the colour of failure. Quiet: text only, for small actions
// beside a heading.. All are at least 32 px high; Plain and Danger 44.
#pragma once

#include "views/panels/painted.h"

namespace supernode {

class PillButton : public PaintedButton {
    Q_OBJECT

public:
    enum class Look { Plain, Danger, Quiet };
    explicit PillButton(const QString& text, Look look = Look::Plain, QWidget* parent = nullptr);
    void setLook(Look look);
    Look look() const { return m_look; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
};

enum class Sign {
    Play,
    Pause,
    StepBack,
    StepForward,
    Back,
    Forward,
    Cross,
    Plus,
    Minus,
    Unfold,
    Fold,
    Again
};

class SignButton : public PaintedButton {
    Q_OBJECT

public:
    SignButton(Sign sign, const QString& accessibleName, QWidget* parent = nullptr);
    void setSign(Sign sign, const QString& accessibleName);
    Sign sign() const { return m_sign; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Sign m_sign;
};

} // namespace supernode
