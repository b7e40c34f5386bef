// SPDX-License-Identifier: GPL-3.0-or-later
// Phases as blocks over a time axis, with a playhead that can be dragged or moved with the arrow keys.
#pragma once

#include "views/panels/painted.h"
#include "views/panels/timeline_scale.h"

namespace supernode {

class TimelineTrack : public QWidget {
    Q_OBJECT

public:
    explicit TimelineTrack(QWidget* parent = nullptr);
    void setOutcome(OutcomePtr outcome);
    void setPlayhead(Duration time);
    Duration playhead() const { return m_playhead; }
    double xOf(Duration time) const;
    Duration timeAt(double x) const; // clamped to the outcome

    QSize sizeHint() const override { return {480, 72}; }
    QSize minimumSizeHint() const override { return {200, 72}; }

signals:
    void scrubbed(Duration time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintPhases(QPainter& painter, const Theme& theme) const;
    void paintAxis(QPainter& painter, const Theme& theme) const;
    void paintPlayhead(QPainter& painter, const Theme& theme) const;
    const Phase* phaseAt(Duration time) const;

    OutcomePtr m_outcome;
    Duration m_playhead;
    bool m_keyboardFocus = false;
};

} // namespace supernode
