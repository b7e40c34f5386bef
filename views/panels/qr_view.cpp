// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/qr_view.h"

#include <QPainter>

namespace supernode {
namespace {

constexpr int quietZone = 4; // squares, as the standard asks
constexpr int most = 240;    // pixels along an edge

} // namespace

QrView::QrView(QWidget* parent) : QWidget(parent) {}

void QrView::setSquares(int size, const std::vector<bool>& dark) {
    m_size = size;
    m_dark = dark;
    const int squares = size + 2 * quietZone, edge = squares * std::max(1, most / squares);
    setFixedSize(edge, edge);
    setVisible(size > 0);
    update();
}

void QrView::paintEvent(QPaintEvent*) {
    if (m_size == 0)
        return;
    const int square = width() / (m_size + 2 * quietZone);
    QPainter p(this);
    p.fillRect(rect(), Qt::white);
    for (int row = 0; row < m_size; ++row)
        for (int column = 0; column < m_size; ++column)
            if (m_dark[static_cast<std::size_t>(row * m_size + column)])
                p.fillRect(QRect(QPoint(column + quietZone, row + quietZone) * square, QSize(square, square)),
                           Qt::black);
}

} // namespace supernode
