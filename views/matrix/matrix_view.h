// SPDX-License-Identifier: GPL-3.0-or-later
// The traffic matrix: who sends to whom in the phase at the playhead.
//
// Rows send, columns receive. A click selects the pair, a drag with the left button brushes rows and columns,
// the wheel zooms, another button pans; fingers do all of it, too. Painted only when the phase, the fold, the
// window or the selection changes. Units: logical pixels, model time. Ownership: an ordinary child widget.
// Thread: GUI. Promise: a brush selects the rows and columns under it.
// [MatrixView.ABrushSelectsRowsAndColumns]
#pragma once

#include "views/explore_view.h"
#include "views/matrix/matrix_picture.h"
#include "views/theme/theme.h"
#include "views/touch_hand.h"

#include <QPixmap>

class QPainter;

namespace supernode {

class Segmented;

class MatrixView : public ExploreView {
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setOutcome(OutcomePtr outcome) override;
    void setTime(Duration time) override { m_time = time; }
    void catchUp() override;
    void setSelection(std::vector<ElementId> selection) override;
    void home() override;
    const FrameTimes& frameTimes() const override { return m_times; }
    std::any place() const override;
    void setPlace(const std::any& place) override;

    void setFold(Fold fold);
    Fold fold() const { return m_fold; }
    void setScale(ColourScale scale);
    ColourScale scale() const { return m_scale; }
    Segmented& foldSwitch() { return *m_foldSwitch; }
    Segmented& scaleSwitch() { return *m_scaleSwitch; }

    const MatrixPicture* picture() const { return m_picture.get(); }
    QRectF square() const; // of the cells, in pixels
    struct Cell {
        std::uint32_t from = 0, to = 0;
        bool operator==(const Cell&) const = default;
    };
    std::optional<Cell> cellAt(QPointF position) const;
    QPointF middleOf(Cell cell) const;
    std::pair<ElementId, ElementId> pairAt(QPointF position) const override;
    // What the words beside the square say: the phase and its bytes, or why there is nothing to see.
    QString headline() const { return m_headline; }
    QStringList lines() const { return m_lines; }
    QString hovered() const { return m_hoverText; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    static constexpr int controlsHigh = 2 * space::mainTarget + 4 * space::unit; // at the foot of the words
    static constexpr double axisLeft = 56, axisTop = 38; // room for the names beside the square
    double wordsWidth() const;
    void placeControls();
    void showPhase(); // of the playhead
    void updateWords();
    void setHover(std::optional<Cell> cell);
    void setWindow(QRectF window);
    void refresh();
    void brush(QPointF from, QPointF to);
    void selectPairAt(QPointF position, Qt::KeyboardModifiers modifiers);
    void zoomAt(QPointF position, double factor);
    void panBy(QPointF pixels);
    void connectFingers();
    void paintLayer();
    void paintGrid(QPainter& painter, const Theme& theme) const;
    void paintWords(QPainter& painter, const Theme& theme) const;
    void paintLegend(QPainter& painter, const Theme& theme) const;
    void paintSelection(QPainter& painter, const Theme& theme) const;
    double pixelOf(double row) const; // from the left or upper edge of the square
    const Phase* phase() const;

    OutcomePtr m_outcome;
    Duration m_time;
    std::vector<ElementId> m_selection;
    std::vector<std::uint8_t> m_selected; // per row of the picture
    MatrixPtr m_picture;
    const Phase* m_shown = nullptr; // of the picture, in m_outcome
    Fold m_fold = Fold::Endpoint;
    ColourScale m_scale = ColourScale::Linear;
    QRectF m_window; // rows and columns that are shown
    std::optional<Cell> m_hover;
    QString m_headline, m_hoverText;
    QStringList m_lines;

    Segmented *m_foldSwitch = nullptr, *m_scaleSwitch = nullptr;
    QImage m_layer;
    bool m_layerOld = true;
    FrameTimes m_times;

    QPointF m_pressed, m_last;
    Qt::MouseButton m_button = Qt::NoButton;
    bool m_dragged = false;
    TouchHand m_fingers{this};
};

} // namespace supernode
