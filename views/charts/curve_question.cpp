// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curve_question.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double wide = 720, high = 450, left = 92, right = 24, top = 84, bottom = 56;
constexpr const char* line = "#d4dbe5";

QString pixels(double value) { return QString::number(value, 'f', 1); }

QString text(double x, double y, const QString& words, const char* more) {
    return QStringLiteral("<text x=\"%1\" y=\"%2\" %3>%4</text>\n")
        .arg(pixels(x), pixels(y), QString::fromUtf8(more), words.toHtmlEscaped());
}

QString stroke(double x0, double y0, double x1, double y1) {
    return QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"%5\"/>\n")
        .arg(pixels(x0), pixels(y0), pixels(x1), pixels(y1), line);
}

class Drawing {
public:
    explicit Drawing(const CurveQuestion& question) : m_question(question), m_frame(frameOf(question)) {}

    QString axes() const {
        QString svg;
        for (const double tick : ticksOf(m_question.x, m_frame.x, 8)) {
            svg += stroke(x(tick), top, x(tick), high - bottom);
            svg += text(x(tick), high - bottom + 18, tickText(m_question.x, tick),
                        "font-size=\"11\" text-anchor=\"middle\" fill=\"#56657a\"");
        }
        for (const double tick : ticksOf(m_question.y, m_frame.y, 7)) {
            svg += stroke(left, y(tick), wide - right, y(tick));
            svg += text(left - 8, y(tick) + 4, tickText(m_question.y, tick),
                        "font-size=\"11\" text-anchor=\"end\" fill=\"#56657a\"");
        }
        return svg;
    }

    QString curve(const ChartCurve& curve) const {
        QStringList places;
        QString dots;
        for (const QPointF& p : curve.points) {
            if (!hasPlace(m_question, p))
                continue;
            places << pixels(x(p.x())) + ',' + pixels(y(p.y()));
            dots += QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"3\" fill=\"%3\"/>\n")
                        .arg(pixels(x(p.x())), pixels(y(p.y())), curve.colour.name());
        }
        if (curve.look == ChartCurve::Look::Dots)
            return dots;
        const QString dash = curve.look == ChartCurve::Look::Dashed ? " stroke-dasharray=\"6 4\"" : "";
        return QStringLiteral("<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"2\"%3/>\n")
                   .arg(places.join(' '), curve.colour.name(), dash) +
               dots;
    }

    QString legend() const {
        QString svg;
        double x = left;
        for (const ChartCurve& curve : m_question.curves) {
            svg += QStringLiteral("<rect x=\"%1\" y=\"52\" width=\"12\" height=\"12\" fill=\"%2\" "
                                  "fill-opacity=\"%3\" stroke=\"%2\"/>\n")
                       .arg(pixels(x), curve.colour.name(),
                            curve.look == ChartCurve::Look::Dashed ? "0.2" : "1");
            svg += text(x + 18, 62, curve.name, "font-size=\"12\" fill=\"#16202e\"");
            x += 40 + 7.5 * static_cast<double>(curve.name.size());
        }
        return svg;
    }

private:
    double x(double value) const {
        return left + (wide - left - right) * placeOf(m_question.x, m_frame.x, value);
    }
    double y(double value) const {
        return high - bottom - (high - top - bottom) * placeOf(m_question.y, m_frame.y, value);
    }

    const CurveQuestion& m_question;
    CurveFrame m_frame;
};

QString csvField(QString field) {
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n'))
        return field;
    return '"' + field.replace('"', "\"\"") + '"';
}

QString csvNumber(double value) { return QString::number(value, 'g', QLocale::FloatingPointShortest); }

QString withUnitName(const QString& name, const CurveAxis& axis) {
    return csvField(axis.unit.isEmpty() ? name : name + ", " + axis.unit);
}

} // namespace

bool hasPlace(const CurveQuestion& question, const QPointF& point) {
    return (question.x.scale == AxisScale::Linear || point.x() > 0) &&
           (question.y.scale == AxisScale::Linear || point.y() > 0);
}

bool reads(const CurveQuestion& question, const CurveFrame& frame, double x, const QPointF& point) {
    return x == point.x() || (hasPlace(question, point) &&
                              std::abs(placeOf(question.x, frame.x, x) -
                                       placeOf(question.x, frame.x, point.x())) <= question.x.reach);
}

CurveFrame frameOf(const CurveQuestion& question) {
    double left = INFINITY, right = 0, low = INFINITY, high = 0;
    for (const ChartCurve& curve : question.curves)
        for (const QPointF& p : curve.points)
            if (hasPlace(question, p)) {
                left = std::min(left, p.x());
                right = std::max(right, p.x());
                low = std::min(low, p.y());
                high = std::max(high, p.y());
            }
    if (left > right)
        return {{1, 10}, {1, 10}};
    return {spanOf(question.x, left, right), spanOf(question.y, low, high)};
}

QByteArray curveSvg(const CurveQuestion& question) {
    const Drawing drawing(question);
    QString svg = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                                 "viewBox=\"0 0 %1 %2\" font-family=\"Inter,'Noto Sans CJK SC',sans-serif\" "
                                 "role=\"img\"><title>%3</title>\n"
                                 "<rect width=\"%1\" height=\"%2\" fill=\"#ffffff\"/>\n")
                      .arg(QString::number(wide), QString::number(high), question.title.toHtmlEscaped());
    svg += text(16, 26, question.title, "font-size=\"16\" font-weight=\"600\" fill=\"#16202e\"");
    svg += text(16, 44, question.note, "font-size=\"12\" fill=\"#56657a\"");
    svg += text(left, top - 8, question.y.title, "font-size=\"11\" fill=\"#56657a\"");
    svg += text(wide - right, high - 14, question.x.title,
                "font-size=\"11\" text-anchor=\"end\" fill=\"#56657a\"");
    svg += drawing.legend() + drawing.axes();
    for (const ChartCurve& curve : question.curves)
        svg += drawing.curve(curve);
    return (svg + "</svg>\n").toUtf8();
}

QByteArray curveCsv(const CurveQuestion& question) {
    QString csv = withUnitName(question.x.title, question.x);
    QList<double> xs;
    for (const ChartCurve& curve : question.curves) {
        csv += ',' + withUnitName(curve.name, question.y);
        for (const QPointF& p : curve.points)
            if (!xs.contains(p.x()))
                xs << p.x();
    }
    csv += '\n';
    std::sort(xs.begin(), xs.end());
    for (const double x : xs) {
        csv += csvNumber(x);
        for (const ChartCurve& curve : question.curves) {
            const auto found = std::find_if(curve.points.begin(), curve.points.end(),
                                            [x](const QPointF& p) { return p.x() == x; });
            csv += ',' + (found == curve.points.end() ? QString() : csvNumber(found->y()));
        }
        csv += '\n';
    }
    return csv.toUtf8();
}

} // namespace supernode
