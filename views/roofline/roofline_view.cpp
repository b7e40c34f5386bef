// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_view.h"

#include "views/panels/painted.h"
#include "views/panels/timeline_blocks.h"
#include "views/theme/number_format.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double reach = 22; // of a finger around a point
constexpr double leastLabelled = 0.02;

double radiusOf(const RoofPoint& point) { return 5 + 14 * std::sqrt(point.share); }

QString power(int ten, double unit) { return exact(std::pow(10.0, ten) / unit); }

QColor colourOf(const Roof& roof, const Theme& t) {
    return roof.kind == RoofKind::Compute  ? t.readable(t.phaseOther)
           : roof.kind == RoofKind::Memory ? t.good
                                           : t.readable(t.phaseTraffic);
}

} // namespace

RooflineView::RooflineView(QWidget* parent) : ExploreView(parent) {
    setMouseTracking(true);
    setMinimumSize(320, 240);
    setAccessibleName(tr("Roofline"));
}

void RooflineView::setOutcome(OutcomePtr outcome) {
    m_outcome = std::move(outcome);
    const QString named = m_named ? m_model.points[*m_named].name : QString();
    m_model = m_outcome ? rooflineOf(*m_outcome) : RooflineModel();
    m_named.reset();
    for (std::size_t i = 0; i < m_model.points.size() && !m_named; ++i)
        if (m_model.points[i].name == named)
            m_named = i;
    m_running = nullptr;
    setAccessibleDescription(readout());
    update();
}

void RooflineView::setTime(Duration time) {
    const Phase* running = m_outcome ? phaseAt(*m_outcome, time) : nullptr;
    if (running == m_running)
        return;
    m_running = running;
    update();
}

void RooflineView::home() { choose(std::nullopt); }

QRectF RooflineView::plot() const {
    const double s = currentTheme().scale;
    return QRectF(rect()).adjusted(72 * s, 24, -28, -96 * s);
}

QPointF RooflineView::place(double x, double y) const {
    const QRectF p = plot();
    const auto share = [](double value, Decades d) {
        return (std::log10(value) - d.first) / (d.last - d.first);
    };
    return {p.left() + share(x, m_model.x) * p.width(), p.bottom() - share(y, m_model.y) * p.height()};
}

QPointF RooflineView::placeOf(const RoofPoint& point) const { return place(point.intensity, point.rate); }

std::optional<std::size_t> RooflineView::pointAt(QPointF at) const {
    std::optional<std::size_t> nearest;
    double least = reach;
    for (std::size_t i = 0; i < m_model.points.size(); ++i) {
        const QPointF away = placeOf(m_model.points[i]) - at;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

QString RooflineView::readout() const {
    if (m_named)
        return sentenceOf(m_model.points[*m_named], m_model.who);
    if (m_model.points.empty())
        return tr("Nothing is computed here: only the fabric counts. Choose decode, prefill or serving to "
                  "see operators under their roofs.");
    return tr("Each circle is an operator on one %1, as large as its share of the time; a diamond is a whole "
              "stage against the fabric. %2 of the time goes to what computes next to nothing. Touch one to "
              "read it.")
        .arg(m_model.who, percent(m_model.withoutArithmetic));
}

void RooflineView::paintEvent(QPaintEvent*) {
    const Theme t = currentTheme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), t.ground);
    if (m_model.roofs.empty())
        return;
    paintAxes(p, t);
    paintRoofs(p, t);
    paintPoints(p, t);
    paintReadout(p, t);
}

void RooflineView::paintAxes(QPainter& p, const Theme& t) const {
    const QRectF box = plot();
    p.setFont(t.font(TextSize::Small));
    for (int d = m_model.x.first; d <= m_model.x.last; ++d) {
        const double x = place(std::pow(10.0, d), std::pow(10.0, m_model.y.first)).x();
        p.setPen(QPen(t.line, 1));
        p.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
        p.setPen(t.textDim);
        p.drawText(QRectF(x - 40, box.bottom() + 4, 80, 16 * t.scale), Qt::AlignCenter, power(d, 1));
    }
    for (int d = m_model.y.first; d <= m_model.y.last; ++d) {
        const double y = place(std::pow(10.0, m_model.x.first), std::pow(10.0, d)).y();
        p.setPen(QPen(t.line, 1));
        p.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        p.setPen(t.textDim);
        p.drawText(QRectF(0, y - 10, box.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter, power(d, 1e12));
    }
    p.setPen(t.textDim);
    p.drawText(QRectF(box.left(), box.bottom() + 20 * t.scale, box.width(), 18 * t.scale), Qt::AlignRight,
               tr("FLOP for each byte: of memory (circles), on the fabric (diamonds)"));
    p.drawText(QRectF(8, 2, box.width(), 20), Qt::AlignLeft | Qt::AlignVCenter,
               tr("TFLOP/s of one %1").arg(m_model.who));
}

void RooflineView::paintRoofs(QPainter& p, const Theme& t) const {
    const QRectF box = plot();
    double top = 0;
    for (const Roof& roof : m_model.roofs)
        if (roof.kind == RoofKind::Compute)
            top = std::max(top, roof.rate);
    const double x0 = std::pow(10.0, m_model.x.first), x1 = std::pow(10.0, m_model.x.last),
                 y0 = std::pow(10.0, m_model.y.first);
    double steepest = 0;
    for (const Roof& roof : m_model.roofs)
        steepest = roof.kind == RoofKind::Compute ? steepest : std::max(steepest, roof.rate);
    p.save();
    for (const Roof& roof : m_model.roofs) {
        const QColor colour = colourOf(roof, t);
        const bool flat = roof.kind == RoofKind::Compute;
        // Flat roofs begin where memory can feed them; slanted ones end at the highest flat one.
        const double from = flat ? roof.rate / steepest : std::max(x0, y0 / roof.rate);
        const double to = flat ? x1 : top / roof.rate;
        const QPointF a = place(from, heightOf(roof, from)), b = place(to, heightOf(roof, to));
        p.setPen(QPen(colour, 2, roof.kind == RoofKind::Fabric ? Qt::DashLine : Qt::SolidLine));
        p.drawLine(a, b);
        p.setFont(t.font(TextSize::Small, QFont::DemiBold));
        p.setPen(colour);
        const QString text =
            flat ? tr("%1 %2").arg(roof.name, withUnit(exact(std::round(roof.rate / 1e11) / 10), "TFLOP/s"))
                 : tr("%1 %2").arg(roof.name, withUnit(exact(std::round(roof.rate / 1e9)), "GB/s"));
        if (flat) {
            p.drawText(QRectF(box.right() - 240, a.y() - 18 * t.scale, 236, 16 * t.scale),
                       Qt::AlignRight | Qt::AlignVCenter, text);
            continue;
        }
        p.save();
        const QPointF middle = a + (b - a) * 0.4;
        p.translate(middle);
        p.rotate(std::atan2(b.y() - a.y(), b.x() - a.x()) * 180 / M_PI);
        p.drawText(QRectF(-120, -19 * t.scale, 240, 16 * t.scale), Qt::AlignCenter, text);
        p.restore();
    }
    p.restore();
}

void RooflineView::paintPoints(QPainter& p, const Theme& t) const {
    std::vector<QRectF> taken;
    const QFont font = t.font(TextSize::Body);
    // The largest last among circles, so that small ones lie on top; labels in the order of their share.
    for (std::size_t n = 0; n < m_model.points.size(); ++n) {
        const RoofPoint& point = m_model.points[n];
        const QPointF at = placeOf(point);
        const double r = radiusOf(point);
        const bool runs = m_running && worksIn(point, *m_running), named = m_named == n;
        QColor fill = point.against == RoofKind::Fabric ? t.phaseTraffic : t.phaseOther;
        fill.setAlphaF(named || runs ? 1.0F : 0.75F);
        p.setBrush(fill);
        p.setPen(QPen(named || runs ? t.text : t.ground, named ? 3 : runs ? 2 : 1));
        if (point.against == RoofKind::Fabric)
            p.drawPolygon(QPolygonF(
                {at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}));
        else
            p.drawEllipse(at, r, r);
    }
    p.setFont(font);
    p.setPen(t.text);
    for (std::size_t n = 0; n < m_model.points.size(); ++n) {
        const RoofPoint& point = m_model.points[n];
        if (point.share < leastLabelled && m_named != n)
            continue;
        const QPointF at = placeOf(point);
        const double w = widthOf(font, point.name) + 4, h = 18 * t.scale, r = radiusOf(point) + 3;
        for (const QRectF& label :
             {QRectF(at.x() + r, at.y() - h / 2, w, h), QRectF(at.x() - r - w, at.y() - h / 2, w, h),
              QRectF(at.x() - w / 2, at.y() + r, w, h), QRectF(at.x() - w / 2, at.y() - r - h, w, h)}) {
            const bool free = plot().contains(label) &&
                              std::none_of(taken.begin(), taken.end(),
                                           [&](const QRectF& other) { return other.intersects(label); });
            if (!free)
                continue;
            taken.push_back(label);
            p.drawText(label, Qt::AlignCenter, point.name);
            break;
        }
    }
}

void RooflineView::paintReadout(QPainter& p, const Theme& t) const {
    p.setFont(t.font(TextSize::Control));
    p.setPen(m_named ? t.text : t.textDim);
    const QRectF box(16, height() - 54 * t.scale, width() - 32, 48 * t.scale);
    p.drawText(box, Qt::AlignVCenter | Qt::TextWordWrap, readout());
}

void RooflineView::choose(std::optional<std::size_t> point) {
    if (point == m_named)
        return;
    m_named = point;
    setAccessibleDescription(readout());
    update();
    emit pointChosen(point);
}

void RooflineView::mouseMoveEvent(QMouseEvent* event) { choose(pointAt(event->position())); }

void RooflineView::mousePressEvent(QMouseEvent* event) { choose(pointAt(event->position())); }

void RooflineView::leaveEvent(QEvent*) { choose(std::nullopt); }

} // namespace supernode
