// SPDX-License-Identifier: GPL-3.0-or-later
// One claim about two machines: who says what, what is counted, and where both stand on a scale of ratios.
//
// The scale is logarithmic, from a quarter to eight times; its middle mark is "level". A ring is what is
// claimed, a filled dot what is counted, a diamond another count, such as one chip against one chip. The
// verdict has a sign beside its word, so that colour is never alone. Thread: GUI.
#pragma once

#include "views/panels/painted.h"

#include <optional>

namespace supernode {

enum class ClaimMark { Holds, Partly, Fails, Open };

struct ClaimView {
    QString title, subtitle; // "BF16, whole machine"; "SemiAnalysis: 1.7 times"
    QString found, verdict;  // "1.60×", "holds as it was counted"
    ClaimMark mark = ClaimMark::Open;
    std::optional<double> claimed, counted, beside; // ratios; empty: nothing to draw
};

class ClaimRow : public PaintedButton {
    Q_OBJECT

public:
    static constexpr double scaleLow = 0.25, scaleHigh = 8;

    explicit ClaimRow(const ClaimView& view, QWidget* parent = nullptr);
    const ClaimView& view() const { return m_view; }
    void setView(const ClaimView& view);
    // 0..1 along the scale; what lies beyond it stands at its end.
    static double placeOf(double ratio);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintScale(QPainter& painter, const Theme& theme, const QRectF& track);
    void paintVerdict(QPainter& painter, const Theme& theme, const QRectF& box);

    ClaimView m_view;
};

} // namespace supernode
