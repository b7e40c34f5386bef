// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_painter.h"

#include "views/panels/painted.h"
#include "views/theme/number_format.h"

#include <QCoreApplication>
#include <QMarginsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QColor faint(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

class Painter {
public:
    Painter(QPainter& painter, const RooflinePaint& paint) : m_p(painter), m_in(paint), m_t(paint.theme) {}

    void paint() {
        m_p.setRenderHint(QPainter::Antialiasing);
        const RooflinePicture& now = m_in.picture;
        if (!m_in.plots.arithmetic.empty()) {
            const QString x = supernode::tr("FLOP for each byte of HBM →");
            paintAxes(
                m_in.plots.arithmetic, x, supernode::tr("TFLOP/s of one %1").arg(now.who),
                [](double v) { return exact(v); }, [](double v) { return exact(v / 1e12); });
            paintPanel(now.arithmetic, m_in.plots.arithmetic,
                       m_in.baseline ? &m_in.baseline->arithmetic : nullptr);
        }
        if (!m_in.plots.fabric.empty()) {
            const QString x = supernode::tr("bytes sent in one exchange →");
            paintAxes(
                m_in.plots.fabric, x, supernode::tr("GB/s of one %1").arg(now.who),
                [](double v) { return factText(bytes(v)); }, [](double v) { return exact(v / 1e9); });
            paintTimes(m_in.plots.fabric);
            paintPanel(now.fabric, m_in.plots.fabric, m_in.baseline ? &m_in.baseline->fabric : nullptr);
        }
    }

private:
    template <class XText, class YText>
    void paintAxes(const RoofPlot& plot, const QString& xTitle, const QString& yTitle, XText xText,
                   YText yText) {
        const QRectF& box = plot.box;
        const QFont font = m_t.font(TextSize::Small);
        const double high = QFontMetricsF(font).height();
        drawRounded(m_p, box, 3, m_t.panel);
        m_p.setFont(font);
        double free = -1e9; // right of the last number
        for (int d = int(std::ceil(plot.x.least - 1e-9)); d <= plot.x.most + 1e-9; ++d) {
            const double x = plot.place(std::pow(10, d), 1).x();
            const QString text = xText(std::pow(10.0, d));
            const double wide = widthOf(font, text);
            m_p.setPen(QPen(m_t.line, 1));
            m_p.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
            if (x - wide / 2 < free)
                continue;
            m_p.setPen(m_t.textDim);
            m_p.drawText(QRectF(x - wide / 2 - 2, box.bottom() + 3, wide + 4, high), Qt::AlignCenter, text);
            free = x + wide / 2 + 8;
        }
        for (int d = int(std::ceil(plot.y.least - 1e-9)); d <= plot.y.most + 1e-9; ++d) {
            const double y = plot.place(1, std::pow(10, d)).y();
            m_p.setPen(QPen(m_t.line, 1));
            m_p.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
            m_p.setPen(m_t.textDim);
            // The lowest and the highest stay clear of the numbers below and the title above.
            const double top = std::clamp(y - high / 2, box.top() - 1, box.bottom() - high + 2);
            m_p.drawText(QRectF(box.left() - 60, top, 54, high), Qt::AlignRight | Qt::AlignVCenter,
                         yText(std::pow(10.0, d)));
        }
        m_p.setPen(m_t.text);
        drawLine(m_p, QRectF(box.left() - 40, box.top() - high - 5, box.width() + 40, high),
                 Qt::AlignLeft | Qt::AlignVCenter, yTitle);
        drawLine(m_p, QRectF(box.left(), box.bottom() + high + 5, box.width(), high),
                 Qt::AlignRight | Qt::AlignVCenter, xTitle);
    }

    // Diagonals of the fabric: how long one exchange takes.
    void paintTimes(const RoofPlot& plot) {
        m_p.save();
        m_p.setClipRect(plot.box);
        m_p.setFont(m_t.font(TextSize::Small));
        const double high = QFontMetricsF(m_p.font()).height();
        for (int d = -7; d <= 1; ++d) {
            const double seconds = std::pow(10, d);
            const double x0 = std::pow(10, plot.x.least), x1 = std::pow(10, plot.x.most);
            const QPointF a = plot.place(x0, x0 / seconds), b = plot.place(x1, x1 / seconds);
            m_p.setPen(QPen(faint(m_t.textDim, 0.45), 1, Qt::DotLine));
            m_p.drawLine(a, b);
            // Named beside the place where it enters, where its words have room.
            const double x = std::max(x0, seconds * std::pow(10, plot.y.least));
            const QPointF entry = plot.place(x, x / seconds);
            const QString text = factText(Duration::fromBase(seconds));
            const double room = widthOf(m_p.font(), text) + 12;
            if (x > x1 || entry.x() + room > plot.box.right() || entry.y() - room < plot.box.top())
                continue;
            m_p.setPen(faint(m_t.textDim, 0.9));
            m_p.save();
            m_p.translate(entry);
            m_p.rotate(std::atan2(b.y() - a.y(), b.x() - a.x()) * 180 / std::numbers::pi);
            m_p.drawText(QRectF(10, 1, room, high), Qt::AlignLeft | Qt::AlignVCenter, text);
            m_p.restore();
        }
        m_p.restore();
    }

    void paintPanel(const RoofPanel& panel, const RoofPlot& plot, const RoofPanel* before) {
        m_taken.clear();
        for (std::size_t i = 0; i < panel.roofs.size(); ++i)
            paintRoof(panel, i, plot);
        for (const RoofMark& mark : panel.marks)
            if (const RoofMark* ghost = before ? before->find(mark.key) : nullptr)
                paintGhost(mark, *ghost, plot);
        for (const RoofMark& mark : panel.marks) // small ones lie on top
            paintMark(mark, plot);
        for (std::size_t i = 0; i < panel.roofs.size(); ++i)
            nameRoof(panel, i, plot);
        paintLabels(panel, plot);
    }

    void paintRoof(const RoofPanel& panel, std::size_t index, const RoofPlot& plot) {
        const Roof& roof = panel.roofs[index];
        const auto [a, b] = endsOf(panel, index, plot);
        if (roof.lowered()) { // where it was before failures
            const QPointF up = plot.place(1, roof.built) - plot.place(1, roof.rate);
            m_p.setPen(QPen(m_t.failed, 1.5, Qt::DashLine));
            m_p.drawLine(a + QPointF(0, up.y()), b + QPointF(0, up.y()));
        }
        m_p.setPen(QPen(colourOf(roof.kind, m_t), 2.4));
        m_p.drawLine(a, b);
    }

    static QString nameOf(const Roof& roof) {
        const QString rate = roof.kind == WorkLimit::Compute
                                 ? withUnit(exact(std::round(roof.rate / 1e11) / 10), "TFLOP/s")
                                 : modelledRate(bytesPerSecond(roof.rate));
        return roof.lowered() ? supernode::tr("%1 %2 (%3 before)")
                                    .arg(roof.name, rate, modelledRate(bytesPerSecond(roof.built)))
                              : QStringLiteral("%1 %2").arg(roof.name, rate);
    }

    void nameRoof(const RoofPanel& panel, std::size_t index, const RoofPlot& plot) {
        const Roof& roof = panel.roofs[index];
        const QFont font = m_t.font(TextSize::Small, QFont::DemiBold);
        const QString text = nameOf(roof);
        const double high = QFontMetricsF(font).height(), wide = widthOf(font, text) + 6;
        m_p.setFont(font);
        m_p.setPen(m_t.readable(colourOf(roof.kind, m_t)));
        if (roof.kind != WorkLimit::Memory) {
            m_taken.push_back(nameBoxOf(panel, index, plot, {wide, high}));
            m_p.fillRect(m_taken.back(), faint(m_t.panel, 0.75)); // reads over a mark, too
            m_p.drawText(m_taken.back(), Qt::AlignRight | Qt::AlignVCenter, text);
            return;
        }
        const auto [a, b] = endsOf(panel, index, plot);
        const double turn = std::atan2(b.y() - a.y(), b.x() - a.x());
        const QPointF middle = a + (b - a) * 0.42;
        m_p.save();
        m_p.translate(middle);
        m_p.rotate(turn * 180 / std::numbers::pi);
        m_p.drawText(QRectF(-wide / 2, -high - 3, wide, high), Qt::AlignCenter, text);
        m_p.restore();
        for (int i = -2; i <= 2; ++i) { // a slanted box as a chain of small ones
            const QPointF at = middle + QPointF(std::cos(turn), std::sin(turn)) * (wide * i / 5);
            m_taken.emplace_back(at - QPointF(9, high + 6), at + QPointF(9, 0));
        }
    }

    void paintGhost(const RoofMark& mark, const RoofMark& ghost, const RoofPlot& plot) {
        const QPointF from = plot.place(ghost), to = plot.place(mark);
        if (std::hypot(to.x() - from.x(), to.y() - from.y()) < 2)
            return;
        m_p.setPen(QPen(m_t.textDim, 1.2, Qt::DashLine));
        m_p.setBrush(Qt::NoBrush);
        drawMark(m_p, from, radiusOf(ghost), mark.limit);
        m_p.drawLine(from, to);
    }

    void paintMark(const RoofMark& mark, const RoofPlot& plot) {
        const QPointF at = plot.place(mark);
        const double r = radiusOf(mark);
        const bool named = m_in.named == &mark;
        const bool runs = m_in.running && worksIn(mark, *m_in.running);
        const QColor colour = colourOf(mark.limit, m_t);
        m_p.setBrush(mark.limit == WorkLimit::Software ? faint(colour, 0.25) : faint(colour, 0.88));
        m_p.setPen(mark.limit == WorkLimit::Software ? QPen(colour, 2) : QPen(m_t.panel, 1));
        drawMark(m_p, at, r, mark.limit);
        if (!named && !runs)
            return;
        m_p.setBrush(Qt::NoBrush);
        m_p.setPen(QPen(named ? m_t.accent : m_t.text, named ? 3 : 1.6));
        m_p.drawEllipse(at, r + 4, r + 4);
    }

    void paintLabels(const RoofPanel& panel, const RoofPlot& plot) {
        const QFont font = m_t.font(TextSize::Body);
        const double high = QFontMetricsF(font).height();
        m_p.setFont(font);
        const auto labels = labelsOf(panel, plot, m_taken, [&](const RoofMark& mark) {
            return QSizeF(widthOf(font, mark.name) + 4, high);
        });
        for (const RoofLabel& label : labels) {
            const RoofMark& mark = panel.marks[label.mark];
            m_p.setPen(m_in.named == &mark ? m_t.accent : m_t.text);
            m_p.drawText(label.box, Qt::AlignCenter, mark.name);
        }
    }

    QPainter& m_p;
    const RooflinePaint& m_in;
    const Theme& m_t;
    std::vector<QRectF> m_taken; // by words of the roofs
};

} // namespace

QColor colourOf(WorkLimit limit, const Theme& t) {
    return limit == WorkLimit::Compute  ? t.phaseOther
           : limit == WorkLimit::Memory ? t.good
           : limit == WorkLimit::Fabric ? t.phaseTraffic
                                        : t.textDim;
}

void drawMark(QPainter& p, QPointF at, double r, WorkLimit limit) {
    const double side = r * 0.89; // of the same area as the circle
    switch (limit) {
    case WorkLimit::Memory:
        p.drawRect(QRectF(at - QPointF(side, side), at + QPointF(side, side)));
        return;
    case WorkLimit::Fabric:
        p.drawPolygon(QPolygonF({at + QPointF(0, -r * 1.25), at + QPointF(r * 1.25, 0),
                                 at + QPointF(0, r * 1.25), at + QPointF(-r * 1.25, 0)}));
        return;
    case WorkLimit::Compute:
    case WorkLimit::Software:
        break;
    }
    p.drawEllipse(at, r, r);
}

QMarginsF edgeOf(const Theme& t) {
    const double high = QFontMetricsF(t.font(TextSize::Small)).height();
    return {62, high + 8, 14, 2 * high + 10};
}

void paintRoofline(QPainter& painter, const RooflinePaint& paint) { Painter(painter, paint).paint(); }

} // namespace supernode
