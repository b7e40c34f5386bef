// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/run_strips.h"

#include "views/charts/card_chart.h"
#include "views/charts/run_steps.h"
#include "views/scene/particle_plan.h"
#include "views/theme/number_format.h"

#include <QAreaSeries>
#include <QHelpEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double inset = 8, gap = 6;

double stripHeight() { return 34 * currentTheme().scale; }

} // namespace

RunStrips::RunStrips(TimelineTrack& track, QWidget* parent) : QFrame(parent), m_track(track) {
    setProperty("surface", "card");
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Curves over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (Strip& strip : m_strips)
        makeStrip(strip);
    track.installEventFilter(this);
    connect(&track, &TimelineTrack::viewChanged, this, &RunStrips::refresh);
}

RunStrips::~RunStrips() = default;

void RunStrips::makeStrip(Strip& strip) {
    strip.chart = makeBareChart();
    strip.now = new QLineSeries;
    strip.edge = new QLineSeries(strip.chart);
    strip.baseline = new QLineSeries;
    strip.area = new QAreaSeries(strip.edge);
    strip.x = new QValueAxis;
    strip.y = new QValueAxis;
    strip.y->setTickCount(2);
    for (QValueAxis* axis : {strip.x, strip.y}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
    }
    strip.x->setGridLineVisible(false);
    strip.chart->addAxis(strip.x, Qt::AlignBottom);
    strip.chart->addAxis(strip.y, Qt::AlignLeft);
    for (QAbstractSeries* series :
         std::initializer_list<QAbstractSeries*>{strip.area, strip.baseline, strip.now}) {
        strip.chart->addSeries(series);
        series->attachAxis(strip.x);
        series->attachAxis(strip.y);
    }
    m_scene.addItem(strip.chart);
}

QSize RunStrips::sizeHint() const {
    const auto strips = static_cast<double>(shown());
    return {480, static_cast<int>(std::ceil(2 * inset + strips * stripHeight() + (strips - 1) * gap))};
}

void RunStrips::setOutcome(OutcomePtr outcome, OutcomePtr baseline) {
    m_outcome = std::move(outcome);
    m_baseline = baseline == m_outcome ? nullptr : std::move(baseline);
    m_interval = nullptr;
    m_old = true;
    if (isVisible())
        compute();
}

void RunStrips::compute() {
    if (!m_old)
        return;
    m_old = false;
    m_now = m_outcome ? overTime(*m_outcome) : OverTime();
    m_before = m_baseline ? overTime(*m_baseline) : OverTime();
    m_interval = nullptr;
    updateGeometry();
    setPlayhead(m_playhead);
    refresh();
}

void RunStrips::refresh() {
    m_layerOld = m_wordsOld = true;
    update();
}

void RunStrips::setPlayhead(Duration time) {
    m_playhead = time;
    if (!isVisible() || !m_outcome)
        return;
    if (const Interval* interval = &m_outcome->at(time); interval != m_interval) {
        m_interval = interval;
        updateTexts();
    }
    update();
}

void RunStrips::updateTexts() {
    std::array<QString, quantities> texts;
    for (const Quantity q : {Links, Throughput, Power})
        if (const std::vector<float>& all = values(m_now, q); !all.empty())
            texts[q] = textOf(q, static_cast<double>(valueAt(*m_outcome, all, m_playhead)));
    if (texts == m_texts)
        return;
    m_texts = std::move(texts);
    m_wordsOld = true;
}

const std::vector<float>& RunStrips::values(const OverTime& over, Quantity quantity) const {
    return quantity == Links ? over.use : quantity == Throughput ? over.delivered : over.watts;
}

QString RunStrips::textOf(Quantity quantity, double value) const {
    return quantity == Links        ? percent(value)
           : quantity == Throughput ? modelledRate(bytesPerSecond(value))
                                    : withUnit(modelled(value / 1e3), QStringLiteral("kW"));
}

double RunStrips::xOf(Duration time) const {
    return mapFromGlobal(m_track.mapToGlobal(QPointF(m_track.xOf(time), 0))).x();
}

Duration RunStrips::timeAt(double x) const {
    return m_track.timeAt(m_track.mapFromGlobal(mapToGlobal(QPointF(x, 0))).x());
}

QList<QPointF> RunStrips::points(Quantity quantity) const { return m_strips[quantity].now->points(); }

QList<QPointF> RunStrips::baselinePoints(Quantity quantity) const {
    return m_strips[quantity].baseline->points();
}

QRectF RunStrips::stripRect(std::size_t index) const {
    const TimeSpan view = m_track.view();
    const double left = xOf(view.from), right = xOf(view.to);
    return {left, inset + static_cast<double>(index) * (stripHeight() + gap), std::max(1.0, right - left),
            stripHeight()};
}

void RunStrips::fillStrips() {
    const TimeSpan view = m_track.view();
    const double wide = stripRect(0).width();
    QList<QPointF> now, before;
    for (const Quantity q : {Links, Throughput, Power}) {
        Strip& strip = m_strips[q];
        now.clear();
        before.clear();
        const std::vector<float>&values = this->values(m_now, q), &earlier = this->values(m_before, q);
        if (m_outcome && !values.empty())
            stepsOf(*m_outcome, values, view, wide, now);
        if (m_baseline && !earlier.empty())
            stepsOf(*m_baseline, earlier, view, wide, before);
        strip.now->replace(now);
        strip.edge->replace(now);
        strip.baseline->replace(before);
        float most = 0;
        for (const std::vector<float>* all : {&values, &earlier})
            if (!all->empty())
                most = std::max(most, *std::max_element(all->begin(), all->end()));
        strip.y->setRange(0, q == Links ? 1 : roundUp125(std::max(1.0, static_cast<double>(most))));
        strip.x->setRange(view.from.base(), std::max(view.to.base(), view.from.base() + 1e-12));
    }
}

void RunStrips::paintLayer() {
    m_layerOld = false;
    ++m_layersPainted;
    const Theme t = currentTheme();
    const QColor accent =
        m_outcome ? QColor(QString::fromStdString(m_outcome->fabric->system().accent)) : t.accent;
    fillStrips();
    for (std::size_t i = 0; i < quantities; ++i) {
        Strip& strip = m_strips[i];
        strip.chart->setVisible(i < shown());
        colourChart(*strip.chart, t);
        QColor fill = accent;
        fill.setAlphaF(0.22F);
        strip.area->setBrush(fill);
        strip.area->setPen(Qt::NoPen);
        strip.now->setPen(QPen(t.readable(accent), 1.5));
        strip.baseline->setPen(QPen(t.textDim, 1.2, Qt::DashLine));
        strip.chart->setGeometry(QRectF(0, stripRect(i).top() - 4, width(), stripRect(i).height() + 8));
        strip.chart->setPlotArea(stripRect(i).translated(0, -strip.chart->geometry().top()));
    }
    const double ratio = devicePixelRatioF();
    m_layer = QPixmap(size() * ratio);
    m_layer.setDevicePixelRatio(ratio);
    m_layer.fill(Qt::transparent);
    QPainter painter(&m_layer);
    painter.setRenderHint(QPainter::Antialiasing);
    m_scene.render(&painter, QRectF(rect()), QRectF(rect()));
}

// At the left of each strip: what it is, its value now, and how far its axis goes.
void RunStrips::paintWords() {
    m_wordsOld = false;
    const Theme t = currentTheme();
    const double ratio = devicePixelRatioF(), left = stripRect(0).left() - 8;
    m_words = QPixmap(QSize(static_cast<int>(left), height()) * ratio);
    m_words.setDevicePixelRatio(ratio);
    m_words.fill(Qt::transparent);
    QPainter p(&m_words);
    const std::array<QString, quantities> names{tr("Links in use"), tr("Throughput"), tr("Power")};
    const QFont small = t.font(TextSize::Small), strong = t.font(TextSize::Control, QFont::DemiBold);
    const double nameWide =
        std::max({widthOf(small, names[0]), widthOf(small, names[1]), widthOf(small, names[2])}) + 8;
    for (const Quantity q : {Links, Throughput, Power}) {
        if (q >= shown())
            break;
        const QRectF line(12, stripRect(q).top(), left - 12, stripRect(q).height());
        p.setFont(small);
        p.setPen(t.textDim);
        p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, names[q]);
        const double top = m_strips[q].y->max();
        const QString most = q == Links ? withUnit(QLocale().toString(100), "%") : textOf(q, top);
        p.drawText(line.adjusted(0, -3, 0, 0), Qt::AlignRight | Qt::AlignTop, most);
        p.drawText(line.adjusted(0, 0, 0, 3), Qt::AlignRight | Qt::AlignBottom, QLocale().toString(0));
        p.setFont(strong);
        p.setPen(t.text);
        p.drawText(line.adjusted(nameWide, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_texts[q]);
    }
}

void RunStrips::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (!m_outcome)
        return;
    if (m_layerOld)
        paintLayer();
    if (m_wordsOld)
        paintWords();
    QPainter painter(this);
    painter.drawPixmap(QPointF(), m_layer);
    painter.drawPixmap(QPointF(), m_words);
    painter.fillRect(QRectF(xOf(m_playhead) - 1, 4, 2, height() - 8.0), currentTheme().text);
}

void RunStrips::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    compute();
    refresh();
}

void RunStrips::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    refresh();
}

void RunStrips::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        refresh();
    QFrame::changeEvent(event);
}

bool RunStrips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        refresh();
    return QFrame::eventFilter(watched, event);
}

bool RunStrips::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !m_outcome)
        return QFrame::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Duration time = timeAt(help->pos().x());
    QStringList lines{modelledTime(time)};
    const std::array<QString, quantities> forms{tr("Links in use: %1"), tr("Throughput: %1"),
                                                tr("Power: %1")};
    for (const Quantity q : {Links, Throughput, Power})
        if (const std::vector<float>& all = values(m_now, q); !all.empty())
            lines << forms[q].arg(textOf(q, static_cast<double>(valueAt(*m_outcome, all, time))));
    QToolTip::showText(help->globalPos(), lines.join('\n'), this);
    return true;
}

void RunStrips::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_outcome)
        emit scrubbed(timeAt(event->position().x()));
}

void RunStrips::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton && m_outcome)
        emit scrubbed(timeAt(event->position().x()));
}

void RunStrips::mouseDoubleClickEvent(QMouseEvent*) { m_track.showAll(); }

void RunStrips::wheelEvent(QWheelEvent* event) {
    event->accept();
    m_track.zoomAt(timeAt(event->position().x()), event->angleDelta().y() / 120.0);
}

} // namespace supernode
