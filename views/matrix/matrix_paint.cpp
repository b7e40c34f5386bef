// SPDX-License-Identifier: GPL-3.0-or-later
// How the matrix looks: cells and names once in a layer, hover and brush on top.
#include "views/matrix/matrix_view.h"

#include "views/panels/painted.h"
#include "views/theme/number_format.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

namespace supernode {
namespace {

// On a light ground more is darker, so that the matrix is no dark block there.
Ground groundOf(const Theme& t) { return t.panel.lightnessF() > 0.5F ? Ground::Light : Ground::Dark; }

QColor faint(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

} // namespace

void MatrixView::paintEvent(QPaintEvent*) {
    QElapsedTimer clock;
    clock.start();
    if (m_layerOld)
        paintLayer();
    const Theme t = currentTheme();
    QPainter painter(this);
    painter.drawImage(QPointF(), m_layer);
    const QRectF box = square();
    if (m_hover && m_button == Qt::NoButton) {
        const QPointF at = middleOf(*m_hover);
        painter.setPen(QPen(faint(t.text, 0.75), 1));
        painter.drawLine(QPointF(box.left(), at.y()), QPointF(box.right(), at.y()));
        painter.drawLine(QPointF(at.x(), box.top()), QPointF(at.x(), box.bottom()));
    }
    if (m_button == Qt::LeftButton && m_dragged) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(faint(t.accent, 0.25));
        painter.drawRect(QRectF(m_pressed, m_last).normalized() & box);
    }
    paintWords(painter, t);
    m_times.add(static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

void MatrixView::paintLayer() {
    const double ratio = devicePixelRatioF();
    if (m_layer.size() != size() * ratio)
        m_layer = QImage(size() * ratio, QImage::Format_RGB32);
    m_layer.setDevicePixelRatio(ratio);
    const Theme t = currentTheme();
    m_layer.fill(t.ground);
    m_layerOld = false;
    if (!m_picture || m_picture->size() == 0)
        return;
    QPainter painter(&m_layer);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = square();
    QImage texture =
        textureOf(*m_picture, m_scale, m_window, (box.size() * ratio).toSize(), {groundOf(t), t.panel.rgb()});
    texture.setDevicePixelRatio(ratio);
    painter.drawImage(box.topLeft(), texture);
    paintGrid(painter, t);
    paintSelection(painter, t);
    paintLegend(painter, t);
}

double MatrixView::pixelOf(double row) const { return row / m_window.width() * square().width(); }

// Lines between racks and their names along both edges, as many as fit.
void MatrixView::paintGrid(QPainter& painter, const Theme& t) const {
    const QRectF box = square();
    painter.setFont(t.font(TextSize::Small));
    const QFontMetricsF metrics(painter.font());
    const QString widest = tr("rack %1").arg(88);
    const double apart = metrics.horizontalAdvance(widest) + 6;
    double lastX = -1e9, lastY = -1e9;
    for (const MatrixBand& band : m_picture->bands) {
        const QString name =
            tr("rack %1").arg(QString::number(m_outcome->fabric->element(band.element).index + 1));
        const double middle = band.first + band.count / 2.0;
        const double x = pixelOf(middle - m_window.left()), y = pixelOf(middle - m_window.top());
        painter.setPen(t.textDim);
        if (x >= 0 && x <= box.width() && x - lastX >= apart) {
            painter.drawText(QRectF(box.left() + x - apart / 2, box.top() - 18, apart, 16), Qt::AlignCenter,
                             name);
            lastX = x;
        }
        if (y >= 0 && y <= box.height() && y - lastY >= metrics.height()) {
            painter.drawText(QRectF(box.left() - axisLeft, box.top() + y - 8, axisLeft - 6, 16),
                             Qt::AlignRight | Qt::AlignVCenter, name);
            lastY = y;
        }
        const double across = pixelOf(band.first - m_window.left()),
                     down = pixelOf(band.first - m_window.top());
        const QColor between = faint(t.ground, 0.5);
        if (m_picture->bands.size() > 1 && across > 1 && across < box.width())
            painter.fillRect(QRectF(box.left() + std::round(across), box.top(), 1, box.height()), between);
        if (m_picture->bands.size() > 1 && down > 1 && down < box.height())
            painter.fillRect(QRectF(box.left(), box.top() + std::round(down), box.width(), 1), between);
    }
    painter.setPen(t.text);
    painter.drawText(QRectF(box.left(), box.top() - 34, box.width(), 16), Qt::AlignCenter, tr("receives →"));
    painter.save();
    painter.translate(box.left() - axisLeft + 4, box.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-80, -10, 160, 16), Qt::AlignCenter, tr("← sends"));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.line, 1));
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// A bar at both edges beside what is selected.
void MatrixView::paintSelection(QPainter& painter, const Theme& t) const {
    const QRectF box = square();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    for (std::uint32_t i = 0; i < m_selected.size(); ++i) {
        if (!m_selected[i])
            continue;
        const double wide = std::max(2.0, pixelOf(1));
        const double x = pixelOf(i - m_window.left()), y = pixelOf(i - m_window.top());
        if (x >= 0 && x < box.width())
            painter.drawRect(QRectF(box.left() + x, box.top() - 4, wide, 4));
        if (y >= 0 && y < box.height())
            painter.drawRect(QRectF(box.left() - 4, box.top() + y, 4, wide));
    }
}

void MatrixView::paintLegend(QPainter& painter, const Theme& t) const {
    if (m_picture->rate.empty())
        return;
    const double wide = wordsWidth() - 2 * space::wide;
    const QRectF bar(space::wide, height() - controlsHigh - 30, wide, 8);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 16; ++i) {
        const Vec3 c = cellColour(static_cast<float>(i) / 16, groundOf(t));
        gradient.setColorAt(i / 16.0, QColor::fromRgbF(c.x, c.y, c.z));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setFont(t.font(TextSize::Small));
    painter.setPen(t.textDim);
    const QRectF words(bar.left(), bar.bottom() + 2, bar.width(), 18);
    const bool even = m_picture->most <= m_picture->least * (1 + 1e-9);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     m_scale == ColourScale::Linear ? tr("0")
                     : even                         ? QString()
                                                    : modelledRate(Bandwidth::fromBase(m_picture->least)));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                     modelledRate(Bandwidth::fromBase(m_picture->most)));
}

void MatrixView::paintWords(QPainter& painter, const Theme& t) const {
    QRectF area(space::wide, space::unit, wordsWidth() - 2 * space::wide, height() - controlsHigh - 44);
    const auto paragraph = [&](const QString& text, const QFont& font, const QColor& colour, double after) {
        drawParagraph(painter, area, text, font, colour, after);
    };
    paragraph(m_headline, t.font(TextSize::Title, QFont::DemiBold), t.text, space::unit);
    for (const QString& line : m_lines)
        paragraph(line, t.font(TextSize::Body), t.textDim, space::half + 2);
    area.setTop(area.top() + space::unit);
    if (!m_hoverText.isEmpty())
        paragraph(m_hoverText, t.font(TextSize::Control, QFont::DemiBold), t.accent, 0);
    else if (m_picture && !m_picture->rate.empty())
        paragraph(tr("Click a cell for the pair, drag to brush, wheel to come near."), t.font(TextSize::Body),
                  t.textDim, 0);
}

} // namespace supernode
