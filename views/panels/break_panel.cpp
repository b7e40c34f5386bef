// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/break_panel.h"

#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

constexpr int mostSeeds = 100;

// Every number up to 16, then 1 and 1.5 times powers of two.
std::vector<int> stepsUpTo(int standing) {
    std::vector<int> steps;
    for (int i = 1; i <= std::min(standing, 16); ++i)
        steps.push_back(i);
    for (int i = 16; i <= standing / 2; i *= 2) {
        steps.push_back(i + i / 2);
        steps.push_back(i * 2);
    }
    if (!steps.empty() && steps.back() < standing && standing <= 1024)
        steps.push_back(standing);
    std::erase_if(steps, [&](int step) { return step > standing || step > 1024; });
    return steps;
}

} // namespace

BreakPanel::BreakPanel(QWidget* parent)
    : QFrame(parent), m_kinds(new ChoiceField), m_counts(new ParameterSlider), m_seeds(new ParameterSlider),
      m_break(new PillButton({}, PillButton::Look::Danger)), m_curve(new PillButton(tr("How does it wane?"))),
      m_busy(makeLabel({}, "body", "dim")), m_cards(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    QLabel* sentence =
        makeLabel(tr("Parts fail at random among those that still stand. The same draw fails the same "
                     "parts, and one undo brings all of them back."),
                  "body", "dim");
    sentence->setWordWrap(true);
    m_busy->setWordWrap(true);
    m_kinds->setTitle(tr("Part"), tr("What fails"));
    m_counts->setName(tr("How many"));
    m_seeds->setName(tr("Draw"));
    m_seeds->setSteps(1, mostSeeds, [](int step) { return QLocale().toString(step); });
    m_curve->setToolTip(
        tr("The headline with more and more of them failed: the median and the worst of five draws"));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{sentence, m_kinds, m_counts, m_seeds, m_break, m_curve, m_busy})
        column->addWidget(widget);
    column->addLayout(m_cards);
    column->addStretch(1);
    m_busy->hide();
    connect(m_kinds, &ChoiceField::chosen, this, [this](const QString& word) {
        m_part = word;
        showPart();
    });
    connect(m_counts, &ParameterSlider::moved, this, [this](int step) {
        m_counts->setStep(step);
        showPart();
    });
    connect(m_counts, &ParameterSlider::typed, this, [this](const QString& text) {
        const int wanted = QLocale().toInt(text);
        const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), wanted);
        m_counts->setStep(static_cast<int>(std::min(at, std::prev(m_steps.end())) - m_steps.begin()));
        showPart();
    });
    connect(m_seeds, &ParameterSlider::moved, this, [this](int step) {
        m_seed = static_cast<quint64>(step);
        m_seeds->setStep(step);
    });
    connect(m_seeds, &ParameterSlider::typed, this, [this](const QString& text) {
        m_seed = static_cast<quint64>(std::clamp(QLocale().toInt(text), 1, mostSeeds));
        m_seeds->setStep(static_cast<int>(m_seed));
    });
    connect(m_break, &PillButton::clicked, this, [this] { emit breakRequested(m_part, count(), m_seed); });
    connect(m_curve, &PillButton::clicked, this, [this] { emit curveRequested(m_part, m_seed); });
    m_seeds->setStep(1);
}

int BreakPanel::count() const {
    const auto step = static_cast<std::size_t>(std::max(0, m_counts->step()));
    return step < m_steps.size() ? m_steps[step] : 0;
}

void BreakPanel::setParts(const std::vector<BreakablePart>& parts) {
    if (parts == m_parts)
        return;
    m_parts = parts;
    std::vector<Option> options;
    for (const BreakablePart& part : parts)
        options.push_back({part.word, part.title, tr("%1 still stand").arg(QLocale().toString(part.standing)),
                           part.standing > 0 ? QString() : tr("none still stands")});
    m_kinds->setOptions(options);
    const auto has = [&](const QString& word) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const BreakablePart& p) { return p.word == word; });
    };
    if (!has(m_part) && !parts.empty())
        m_part = has("modules") ? QStringLiteral("modules") : parts.front().word;
    showPart();
}

void BreakPanel::showPart() {
    const auto part = std::find_if(m_parts.begin(), m_parts.end(),
                                   [&](const BreakablePart& p) { return p.word == m_part; });
    const int before = count();
    m_steps = stepsUpTo(part == m_parts.end() ? 0 : part->standing);
    m_kinds->setCurrent(m_part);
    const bool some = !m_steps.empty();
    m_counts->setEnabled(some);
    m_break->setEnabled(some);
    m_curve->setEnabled(some);
    if (!some)
        return m_break->setText(tr("Fail"));
    m_counts->setSteps(0, static_cast<int>(m_steps.size()) - 1, [this](int step) {
        return QLocale().toString(m_steps[static_cast<std::size_t>(step)]);
    });
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), before);
    m_counts->setStep(static_cast<int>(std::min(at, std::prev(m_steps.end())) - m_steps.begin()));
    m_break->setText(tr("Fail %1 of %2: %3")
                         .arg(QLocale().toString(count()), QLocale().toString(part->standing), part->title));
    m_break->setAccessibleName(m_break->text());
}

void BreakPanel::addCard(QWidget* card) { m_cards->addWidget(card); }

void BreakPanel::setBusy(const QString& sentence) {
    m_busy->setText(sentence);
    m_busy->setVisible(!sentence.isEmpty());
}

} // namespace supernode
