// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the matrix: mouse, wheel and touch.
#include "views/matrix/matrix_view.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace supernode {

bool MatrixView::event(QEvent* event) { return m_fingers.handle(event) || ExploreView::event(event); }

void MatrixView::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_last = event->position();
    m_button = event->button();
    m_dragged = false;
}

void MatrixView::mouseMoveEvent(QMouseEvent* event) {
    setHover(cellAt(event->position()));
    constexpr double tremble = 5;
    if (m_button == Qt::NoButton || (!m_dragged && QLineF(m_pressed, event->position()).length() < tremble))
        return;
    m_dragged = true;
    if (m_button != Qt::LeftButton) {
        panBy(event->position() - m_last);
    }
    m_last = event->position();
    update();
}

void MatrixView::mouseReleaseEvent(QMouseEvent* event) {
    const Qt::MouseButton button = std::exchange(m_button, Qt::NoButton);
    m_last = event->position();
    if (button != Qt::LeftButton || !m_picture)
        return;
    if (m_dragged)
        brush(m_pressed, m_last);
    else
        selectPairAt(event->position(), event->modifiers());
    update();
}

void MatrixView::selectPairAt(QPointF position, Qt::KeyboardModifiers modifiers) {
    const std::optional<Cell> cell = cellAt(position);
    if (!cell)
        return emit elementClicked({}, modifiers);
    std::vector<ElementId> pair{m_picture->elements[cell->from]};
    if (cell->to != cell->from)
        pair.push_back(m_picture->elements[cell->to]);
    emit elementsBrushed(pair);
}

// Rows and columns under the drag; each element once, senders first.
void MatrixView::brush(QPointF from, QPointF to) {
    const QRectF box = square();
    const auto inside = [&](QPointF p) {
        return QPointF(std::clamp(p.x(), box.left(), box.right() - 1),
                       std::clamp(p.y(), box.top(), box.bottom() - 1));
    };
    const auto a = cellAt(inside(from)), b = cellAt(inside(to));
    if (!a || !b)
        return;
    std::vector<ElementId> elements;
    const auto take = [&](std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t i = std::min(first, last); i <= std::max(first, last); ++i)
            if (std::find(elements.begin(), elements.end(), m_picture->elements[i]) == elements.end())
                elements.push_back(m_picture->elements[i]);
    };
    take(a->from, b->from);
    take(a->to, b->to);
    emit elementsBrushed(elements);
}

namespace {
struct MatrixPlace {
    Fold fold = Fold::Endpoint;
    ColourScale scale = ColourScale::Linear;
    QRectF window;
};
} // namespace

std::any MatrixView::place() const { return MatrixPlace{m_fold, m_scale, m_window}; }

void MatrixView::setPlace(const std::any& place) {
    const auto* kept = std::any_cast<MatrixPlace>(&place);
    if (!kept)
        return;
    setFold(kept->fold);
    setScale(kept->scale);
    if (!kept->window.isEmpty())
        setWindow(kept->window);
}

void MatrixView::panBy(QPointF pixels) {
    setWindow(m_window.translated(-pixels * (m_window.width() / square().width())));
}

void MatrixView::zoomAt(QPointF position, double factor) {
    const QRectF box = square();
    if (!m_picture || !box.contains(position))
        return;
    const QPointF share = (position - box.topLeft()) / box.width();
    const QPointF under = m_window.topLeft() + share * m_window.width();
    const double n = m_picture->size(), side = std::clamp(m_window.width() / factor, std::min(n, 4.0), n);
    setWindow({under.x() - share.x() * side, under.y() - share.y() * side, side, side});
}

void MatrixView::wheelEvent(QWheelEvent* event) {
    event->accept();
    constexpr double perUnit = 1.0014; // a notch of a wheel is 120 units
    zoomAt(event->position(), std::pow(perUnit, event->angleDelta().y()));
    setHover(cellAt(event->position()));
}

// One finger moves what is enlarged, two pinch, too, a tap names and selects the pair, two show all again, a
// long press and a drag brush rows and columns.
void MatrixView::connectFingers() {
    connect(&m_fingers, &TouchHand::tapped, this, [this](QPointF at, Qt::KeyboardModifiers modifiers) {
        setHover(cellAt(at)); // a finger does not hover: its tap says what hovering would
        if (m_picture)
            selectPairAt(at, modifiers);
    });
    connect(&m_fingers, &TouchHand::doubleTapped, this, [this](QPointF) { home(); });
    connect(&m_fingers, &TouchHand::held, this, [this](QPointF at) { setHover(cellAt(at)); });
    connect(&m_fingers, &TouchHand::banded, this, [this](QRectF area) {
        if (m_picture && square().intersects(area))
            brush(area.topLeft(), area.bottomRight());
    });
    connect(&m_fingers, &TouchHand::dragged, this, [this](QPointF, QPointF by) { panBy(by); });
    connect(&m_fingers, &TouchHand::pinched, this, [this](const Pinch& pinch) {
        panBy(pinch.by);
        zoomAt(pinch.at, pinch.factor);
    });
}

} // namespace supernode
