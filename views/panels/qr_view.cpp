// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/qr_view.h"

#include <QPainter>

namespace supernode {
namespace {

constexpr int quietZone = 4; // squares, as the standard asks

} // namespace

QrView::QrView(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setSquares(int size, const std::vector<bool>& dark) {
    m_size = size;
    m_dark = dark;
    setVisible(size > 0);
    update();
}

void QrView::paintEvent(QPaintEvent*) {
    if (m_size == 0)
        return;
    const int squares = m_size + 2 * quietZone;
    const int square = std::max(1, std::min(width(), height()) / squares);
    const QPoint corner((width() - square * squares) / 2, (height() - square * squares) / 2);
    QPainter p(this);
    p.fillRect(QRect(corner, QSize(square * squares, square * squares)), Qt::white);
    for (int row = 0; row < m_size; ++row)
        for (int column = 0; column < m_size; ++column)
            if (m_dark[static_cast<std::size_t>(row * m_size + column)])
                p.fillRect(QRect(corner + QPoint(column + quietZone, row + quietZone) * square,
                                 QSize(square, square)),
                           Qt::black);
}

} // namespace supernode
