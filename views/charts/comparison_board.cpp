// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/comparison_board.h"

#include "views/charts/bar_card.h"
#include "views/panels/painted.h"
#include "views/panels/segmented.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace supernode {
namespace {

constexpr int leastCard = 160, mostColumns = 7;
// What stands beneath the machines, where there is room for one row.
constexpr std::array<const char*, 6> telling{"bf16_dense",    "hbm_bandwidth", "scale_up_injection",
                                             "typical_power", "time",          "decode"};

bool isTelling(const BarCard& card) {
    return std::any_of(telling.begin(), telling.end(), [&](const char* id) { return card.id() == id; });
}

} // namespace

ComparisonBoard::ComparisonBoard(QWidget* parent)
    : QWidget(parent), m_per(new Segmented(Segmented::Look::Pills)),
      m_normalise(makeLabel({}, "section", "dim")), m_headline(makeElided({}, "title")),
      m_flips(makeElided({}, "body", "dim")), m_key(makeElided({}, "small", "dim")), m_grid(new QGridLayout) {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::wide);
    line->addWidget(m_normalise);
    line->addWidget(m_per);
    line->addWidget(m_key, 1);
    auto* winner = new QHBoxLayout;
    winner->setSpacing(space::wide);
    winner->addWidget(m_headline);
    winner->addWidget(m_flips, 1);
    m_key->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->setSpacing(10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(line);
    column->addLayout(winner);
    column->addLayout(m_grid, 1);
    connect(m_per, &Segmented::chosen, this,
            [this](int index) { emit perChosen(wordsOf(Per{})[static_cast<std::size_t>(index)].second); });
    setWords();
}

void ComparisonBoard::setWords() {
    m_normalise->setText(tr("NORMALISE"));
    QStringList options;
    for (const auto& [word, per] : wordsOf(Per{}))
        options << perWord(per);
    m_per->setOptions(options);
    m_per->setAccessibleName(tr("Normalise"));
    static_cast<ElidedLabel*>(m_key)->setWholeText(
        tr("outline = published · solid = ours · ├─┤ sources differ · ± known error"));
}

void ComparisonBoard::setMachines(std::vector<BoardMachine> machines, Per per,
                                  const std::vector<Benchmark>& benchmarks) {
    m_board = boardFor(std::move(machines), per, benchmarks);
    m_per->setCurrent(static_cast<int>(per));
    static_cast<ElidedLabel*>(m_flips)->setWholeText(flipsOf(m_board));
    static_cast<ElidedLabel*>(m_headline)->setWholeText(headlineOf(m_board));
    if (m_cards.size() != m_board.rows.size())
        m_columns = 0; // to be arranged anew, as when others come to stand in a row
    while (m_cards.size() > m_board.rows.size()) {
        delete m_cards.back();
        m_cards.pop_back();
    }
    while (m_cards.size() < m_board.rows.size()) {
        auto* card = new BarCard(this);
        connect(card, &BarCard::clicked, this, [this, card] { emit cardOpened(card->id()); });
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cards[i]->id() != m_board.rows[i].id)
            m_columns = 0;
        m_cards[i]->setRow(m_board, m_board.rows[i]);
    }
    arrange();
}

QString ComparisonBoard::headline() const { return static_cast<ElidedLabel*>(m_headline)->wholeText(); }

void ComparisonBoard::setExtent(Extent extent) {
    m_extent = extent;
    m_columns = 0;
    arrange();
}

// One row of cards where they fit, else rows of equal length.
void ComparisonBoard::arrange() {
    std::vector<BarCard*> shown;
    for (BarCard* card : m_cards)
        if (m_extent == Extent::Whole || isTelling(*card))
            shown.push_back(card);
    const int count = static_cast<int>(shown.size());
    if (count == 0)
        return;
    const int fitting = (width() + m_grid->spacing()) / (leastCard + m_grid->spacing());
    const int most = std::clamp(fitting, 1, mostColumns);
    const int rows = m_extent == Extent::Row ? 1 : (count + most - 1) / most;
    const int columns = (count + rows - 1) / rows;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (BarCard* card : m_cards) {
        m_grid->removeWidget(card);
        card->hide();
    }
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(shown[static_cast<std::size_t>(i)], i / columns, i % columns);
        shown[static_cast<std::size_t>(i)]->show();
    }
    for (int c = 0; c < m_grid->columnCount(); ++c)
        m_grid->setColumnStretch(c, c < columns ? 1 : 0);
}

void ComparisonBoard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace supernode
