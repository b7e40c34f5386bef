// SPDX-License-Identifier: GPL-3.0-or-later
// The roofline of the workload: operators as points under the roofs of arithmetic, memory and fabric, log
// axes.
//
// Moves with the knobs; what runs at the playhead is ringed. Hover or a tap names a point. Thread: GUI.
// Promise: the point under the cursor is named. [RooflineView.ThePointUnderTheCursorIsNamed]
#pragma once

#include "views/explore_view.h"
#include "views/roofline/roofline_model.h"
#include "views/theme/theme.h"

#include <optional>

namespace supernode {

class RooflineView : public ExploreView {
    Q_OBJECT

public:
    explicit RooflineView(QWidget* parent = nullptr);
    void setOutcome(OutcomePtr outcome) override;
    void setTime(Duration time) override;
    void setSelection(std::vector<ElementId>) override {} // operators run on all ranks alike
    void home() override;

    const RooflineModel& model() const { return m_model; }
    QPointF placeOf(const RoofPoint& point) const;
    std::optional<std::size_t> pointAt(QPointF at) const;
    QString readout() const; // of the point that is named, or of all

signals:
    void pointChosen(std::optional<std::size_t> point); // in model().points

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF plot() const;
    QPointF place(double x, double y) const;
    void paintAxes(QPainter& painter, const Theme& theme) const;
    void paintRoofs(QPainter& painter, const Theme& theme) const;
    void paintPoints(QPainter& painter, const Theme& theme) const;
    void paintReadout(QPainter& painter, const Theme& theme) const;
    void choose(std::optional<std::size_t> point);

    OutcomePtr m_outcome;
    RooflineModel m_model;
    const Phase* m_running = nullptr;
    std::optional<std::size_t> m_named; // under the cursor, or tapped
};

} // namespace supernode
