// SPDX-License-Identifier: GPL-3.0-or-later
// One published result against the model: what, how much each says, and the error on a scale with its
// tolerance.
//
// The middle of the scale is the published value, the band its tolerance, the bar the model's error; a bar
// beyond the scale ends in an arrow. A filled dot: constants were fitted to this result; a ring: predicted.
// Thread: GUI.
#pragma once

#include "views/panels/painted.h"

#include <optional>

namespace supernode {

struct ErrorView {
    QString title;               // "Decode, time per output token"
    QString subtitle;            // "160 chips, 96 requests a chip"
    QString published, modelled; // with unit; modelled is empty when it could not run
    std::optional<double> error; // share of the published value
    double tolerance = 0;
    bool fitted = false;
    QColor colour; // of the system

    bool within() const { return error && std::abs(*error) <= tolerance; }
};

class ErrorRow : public PaintedButton {
    Q_OBJECT

public:
    static constexpr double scaleEnd = 0.4; // the scale runs from -40 % to +40 %

    explicit ErrorRow(const ErrorView& view, QWidget* parent = nullptr);
    const ErrorView& view() const { return m_view; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTexts(QPainter& painter, const Theme& theme, const QRectF& box);
    void paintScale(QPainter& painter, const Theme& theme, const QRectF& track);

    ErrorView m_view;
};

} // namespace supernode
