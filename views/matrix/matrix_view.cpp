// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/matrix/matrix_view.h"

#include "views/panels/segmented.h"
#include "views/theme/number_format.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

namespace supernode {
namespace {

constexpr double margin = 12;

QString rateText(double bytesPerSecond) { return modelledRate(Bandwidth::fromBase(bytesPerSecond)); }
QString bytesText(double amount) { return modelledBytes(bytes(amount)); }

} // namespace

MatrixView::MatrixView(QWidget* parent) : ExploreView(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Traffic matrix, who sends to whom"));
    m_foldSwitch = new Segmented(Segmented::Look::Track, this);
    m_foldSwitch->setAccessibleName(tr("Fold the matrix"));
    m_foldSwitch->setOptions({tr("dies"), tr("nodes"), tr("racks")});
    m_scaleSwitch = new Segmented(Segmented::Look::Track, this);
    m_scaleSwitch->setAccessibleName(tr("Scale of the colours"));
    m_scaleSwitch->setOptions({tr("linear"), tr("logarithmic")});
    for (Segmented* control : {m_foldSwitch, m_scaleSwitch})
        control->setAttribute(Qt::WA_NoMousePropagation); // a finger here is none of the picture's
    m_foldSwitch->setHeight(space::mainTarget);
    m_scaleSwitch->setHeight(space::mainTarget);
    connect(m_foldSwitch, &Segmented::chosen, this, [this](int i) { setFold(static_cast<Fold>(i)); });
    connect(m_scaleSwitch, &Segmented::chosen, this,
            [this](int i) { setScale(static_cast<ColourScale>(i)); });
    connectFingers();
}

void MatrixView::setOutcome(OutcomePtr outcome) {
    if (outcome == m_outcome)
        return;
    const bool other = !outcome || !m_outcome || outcome->fabric != m_outcome->fabric;
    m_outcome = std::move(outcome);
    m_shown = nullptr;
    m_picture = nullptr;
    if (!m_outcome)
        return refresh();
    const SystemSpec& s = m_outcome->fabric->system();
    m_foldSwitch->setOptions(
        {pluralWord(s.chip.endpointWord), pluralWord(s.node.word).section(' ', -1), tr("racks")});
    const bool single = canFold(*m_outcome->fabric, Fold::Endpoint);
    m_foldSwitch->setOptionEnabled(0, single, tr("More than %1 are shown by node").arg(mostSingle));
    if (other) {
        m_window = {};
        m_selection.clear();
    }
    if (!canFold(*m_outcome->fabric, m_fold))
        m_fold = Fold::Node;
    m_foldSwitch->setCurrent(static_cast<int>(m_fold));
    showPhase();
}

const Phase* MatrixView::phase() const {
    if (!m_outcome || m_outcome->phases.empty())
        return nullptr;
    return &m_outcome->phases[m_outcome->at(m_time).phase];
}

void MatrixView::catchUp() {
    if (const Phase* now = phase(); now && now != m_shown)
        showPhase();
}

void MatrixView::showPhase() {
    m_shown = phase();
    static const Phase nothing;
    if (m_outcome)
        m_picture = matrixOf(*m_outcome, m_shown ? *m_shown : nothing, m_fold);
    const double n = m_picture ? m_picture->size() : 0;
    if (m_window.isEmpty() || m_window.right() > n || m_window.bottom() > n)
        m_window = QRectF(0, 0, n, n);
    setSelection(m_selection);
    updateWords();
    refresh();
}

void MatrixView::setFold(Fold fold) {
    if (fold == m_fold || (m_outcome && !canFold(*m_outcome->fabric, fold)))
        return;
    m_fold = fold;
    m_foldSwitch->setCurrent(static_cast<int>(fold));
    m_window = {};
    m_hover.reset();
    m_hoverText.clear();
    showPhase();
}

void MatrixView::setScale(ColourScale scale) {
    m_scale = scale;
    m_scaleSwitch->setCurrent(static_cast<int>(scale));
    refresh();
}

void MatrixView::setSelection(std::vector<ElementId> selection) {
    m_selection = std::move(selection);
    std::vector<std::uint8_t> selected(m_picture ? m_picture->size() : 0);
    for (std::size_t i = 0; i < selected.size(); ++i)
        selected[i] = std::any_of(m_selection.begin(), m_selection.end(), [&](ElementId e) {
            return m_outcome->fabric->element(e).kind != ElementKind::System &&
                   (m_outcome->fabric->contains(e, m_picture->elements[i]) ||
                    m_outcome->fabric->contains(m_picture->elements[i], e));
        });
    if (selected == m_selected)
        return;
    m_selected = std::move(selected);
    refresh();
}

void MatrixView::updateWords() {
    m_lines.clear();
    const QString name = m_shown ? capitalized(word(m_shown->name)) : QString();
    if (!m_shown || !m_shown->sends) {
        m_headline = m_shown ? tr("%1: nothing is sent").arg(name) : tr("Nothing is sent");
        m_lines << tr("Move the playhead to a phase with traffic.");
    } else if (!m_shown->sends->unknown().empty()) {
        m_headline = name;
        m_lines << capitalized(word(m_shown->sends->unknown())) + ".";
    } else {
        m_headline = tr("%1: %2").arg(name, bytesText(m_picture->bytes));
        m_lines << tr("in %1, from the row to the column").arg(modelledTime(m_shown->duration));
        if (const std::uint32_t senders = m_picture->senders(); senders < m_picture->size())
            m_lines << tr("Senders: %1 of %2 %3")
                           .arg(senders)
                           .arg(m_picture->size())
                           .arg(m_foldSwitch->option(static_cast<int>(m_fold))->text());
        if (m_picture->most > 0)
            m_lines << tr("Busiest: %1; mean over the phase").arg(rateText(m_picture->most));
        if (m_outcome->undelivered.pairs > 0)
            m_lines << tr("%1 pairs are cut off and send nothing")
                           .arg(QLocale().toString(static_cast<qulonglong>(m_outcome->undelivered.pairs)));
    }
    setAccessibleDescription(m_headline + ". " + m_lines.join(". "));
}

void MatrixView::home() {
    const double n = m_picture ? m_picture->size() : 0;
    setWindow({0, 0, n, n});
}

void MatrixView::setWindow(QRectF window) {
    const double n = m_picture ? m_picture->size() : 0;
    const double least = std::min(n, 4.0);
    const double side = std::clamp(window.width(), least, n);
    m_window =
        QRectF(std::clamp(window.left(), 0.0, n - side), std::clamp(window.top(), 0.0, n - side), side, side);
    refresh();
}

void MatrixView::refresh() {
    m_layerOld = true;
    update();
}

double MatrixView::wordsWidth() const { return std::clamp<double>(width() - height() - 10.0, 210, 300); }

QRectF MatrixView::square() const {
    const double left = wordsWidth() + axisLeft;
    const double side = std::max(20.0, std::min(width() - left - margin, height() - axisTop - margin));
    const double slack = std::max(0.0, width() - left - margin - side) / 2;
    return QRectF(std::floor(left + slack), axisTop, std::floor(side), std::floor(side));
}

std::optional<MatrixView::Cell> MatrixView::cellAt(QPointF position) const {
    const QRectF box = square();
    if (!m_picture || m_picture->size() == 0 || !box.contains(position))
        return std::nullopt;
    const auto at = [&](double from, double first, double length) {
        const double row = first + from / box.width() * length;
        return std::min(static_cast<std::uint32_t>(row), m_picture->size() - 1);
    };
    return Cell{at(position.y() - box.top(), m_window.top(), m_window.height()),
                at(position.x() - box.left(), m_window.left(), m_window.width())};
}

std::pair<ElementId, ElementId> MatrixView::pairAt(QPointF position) const {
    const std::optional<Cell> cell = cellAt(position);
    if (!cell)
        return {};
    return {m_picture->elements[cell->from], m_picture->elements[cell->to]};
}

QPointF MatrixView::middleOf(Cell cell) const {
    const QRectF box = square();
    return {box.left() + (cell.to + 0.5 - m_window.left()) / m_window.width() * box.width(),
            box.top() + (cell.from + 0.5 - m_window.top()) / m_window.height() * box.height()};
}

void MatrixView::setHover(std::optional<Cell> cell) {
    if (cell == m_hover)
        return;
    m_hover = cell;
    m_hoverText.clear();
    if (cell) {
        const Fabric& f = *m_outcome->fabric;
        const double rate = m_picture->at(cell->from, cell->to);
        const QString from = word(f.name(m_picture->elements[cell->from])),
                      to = word(f.name(m_picture->elements[cell->to]));
        const QString names =
            cell->from == cell->to ? tr("Inside %1").arg(from) : tr("%1 to %2").arg(capitalized(from), to);
        m_hoverText = rate > 0 ? tr("%1: %2 in the mean of the phase, %3 in all")
                                     .arg(names, rateText(rate), bytesText(rate * m_picture->bytesPerRate))
                               : tr("%1: nothing").arg(names);
        emit elementHovered(m_picture->elements[cell->from]);
    } else {
        emit elementHovered({});
    }
    update();
}

void MatrixView::leaveEvent(QEvent*) { setHover(std::nullopt); }

void MatrixView::resizeEvent(QResizeEvent* event) {
    ExploreView::resizeEvent(event);
    placeControls();
    refresh();
}

void MatrixView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        refresh();
    ExploreView::changeEvent(event);
}

void MatrixView::placeControls() {
    const int wide = static_cast<int>(wordsWidth()) - 2 * space::wide;
    const int high = space::mainTarget;
    m_scaleSwitch->setGeometry(space::wide, height() - high - space::unit, wide, high);
    m_foldSwitch->setGeometry(space::wide, height() - 2 * high - 2 * space::unit, wide, high);
}

} // namespace supernode
