// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/find_best.h"

#include "app/desktop/chart_files.h"
#include "app/desktop/keeper.h"
#include "app/desktop/sweep_table.h"
#include "app/files/pareto.h"
#include "app/files/scenario_code.h"
#include "views/charts/scatter_card.h"
#include "views/panels/choice_field.h"
#include "views/panels/pill_button.h"
#include "views/panels/vary_row.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr std::size_t mostKnobs = 3;
using State = SweepRunner::State;

QString counted(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString titleOf(const Metric& metric) {
    const QString unit = shownUnit(QString::fromStdString(metric.unit)), name = word(metric.name);
    return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

QString quoted(const QString& text) { return "'" + QString(text).replace("'", "'\\''") + "'"; }

} // namespace

FindBest::FindBest(Session& session, SweepRunner& runner, QWidget* parent)
    : QWidget(parent), m_session(session), m_runner(runner), m_rowsColumn(new QVBoxLayout),
      m_add(new PillButton(tr("Vary one more"), PillButton::Look::Quiet)), m_start(new PillButton({})),
      m_cancel(new PillButton(tr("Cancel"), PillButton::Look::Quiet)),
      m_save(new PillButton(tr("Save as CSV"), PillButton::Look::Quiet)),
      m_copy(new PillButton(tr("Copy as a command"), PillButton::Look::Quiet)), m_progress(new ProgressLine),
      m_said(makeElided({}, "body", "dim")), m_across(new ChoiceField), m_up(new ChoiceField),
      m_chart(new ScatterCard), m_view(new QTableView), m_table(new SweepTable(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    QLabel* sentence = makeLabel(tr("Give up to three knobs several values: every combination is answered, "
                                    "and a click on one asks it."),
                                 "body", "dim");
    sentence->setWordWrap(true);
    m_rowsColumn->setSpacing(space::half);
    column->addWidget(sentence);
    column->addLayout(m_rowsColumn);
    column->addLayout(buildButtons());
    column->addWidget(m_progress);
    column->addWidget(m_said);
    auto* axes = new QHBoxLayout;
    axes->setSpacing(space::unit);
    axes->addWidget(m_up, 1, Qt::AlignTop);
    axes->addWidget(m_across, 1, Qt::AlignTop);
    column->addLayout(axes);
    m_chart->head()->addWidget(makeSaveButton(*m_chart));
    column->addWidget(m_chart, 3);
    column->addWidget(buildTable(), 4);
    column->addStretch(); // takes the height while there is no answer to show
    m_up->setTitle(tr("Up"));
    m_across->setTitle(tr("Across"));
    connect(m_add, &PillButton::clicked, this, [this] {
        for (const SweepKnob& knob : m_knobs)
            if (std::none_of(m_rows.begin(), m_rows.end(),
                             [&](VaryRow* row) { return row->knob().toStdString() == knob.path; }))
                return addRow(knob);
    });
    connect(&m_session, &Session::settled, this, [this] { return isVisible() ? offerKnobs() : void(); });
    connect(&m_runner, &SweepRunner::begun, this, &FindBest::beginRows);
    connect(&m_runner, &SweepRunner::rowsCame, this, &FindBest::showRows);
    connect(&m_runner, &SweepRunner::changed, this, &FindBest::showState);
    connect(m_chart, &ScatterCard::chosen, this, &FindBest::load);
    for (ChoiceField* field : {m_across, m_up})
        connect(field, &ChoiceField::chosen, this, [this, field](const QString& id) {
            (field == m_across ? m_axes.across : m_axes.up) = id.toULongLong();
            m_byHand = true;
            chooseMetrics();
        });
    offerKnobs();
    beginRows();
    showRows();
    showState();
}

QHBoxLayout* FindBest::buildButtons() {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::half);
    line->addWidget(m_start, 1);
    for (PillButton* button : {m_cancel, m_add, m_save, m_copy})
        line->addWidget(button);
    m_copy->setToolTip(tr("A line for a terminal that writes the same table"));
    connect(m_start, &PillButton::clicked, this, &FindBest::press);
    connect(m_cancel, &PillButton::clicked, &m_runner, &SweepRunner::cancel);
    connect(m_save, &PillButton::clicked, this, &FindBest::saveRequested);
    connect(m_copy, &PillButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(commandLine());
        emit told(tr("Copied: %1").arg(commandLine()));
    });
    return line;
}

QWidget* FindBest::buildTable() {
    m_view->setModel(m_table);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    m_view->horizontalHeader()->setMinimumSectionSize(72);
    m_view->horizontalHeader()->setDefaultSectionSize(132);
    m_view->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(space::target);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMinimumHeight(150);
    m_view->setAccessibleName(tr("Every combination"));
    connect(m_view, &QTableView::clicked, this,
            [this](const QModelIndex& index) { load(m_table->sweepRow(index)); });
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { load(m_table->sweepRow(index)); });
    return m_view;
}

const SweepKnob* FindBest::knobOf(const VaryRow& row) const {
    for (const SweepKnob& knob : m_knobs)
        if (knob.path == row.knob().toStdString())
            return &knob;
    return nullptr;
}

// Rows whose knob is no more go; where none is left, the first knob that there is.
void FindBest::offerKnobs() {
    if (!m_session.outcome())
        return;
    m_knobs = sweepKnobsOf(*m_session.outcome());
    std::vector<Option> options;
    for (const SweepKnob& knob : m_knobs)
        options.push_back({QString::fromStdString(knob.path), knob.title, knob.sentence});
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        m_rows[i]->setKnobs(options);
        m_rows[i]->setKnob(m_rows[i]->knob(), m_rows[i]->values());
        if (!knobOf(*m_rows[i]))
            removeRow(m_rows[i]);
    }
    const char* const first[] = {"workload.batch_per_chip", "workload.arrivals_per_second",
                                 "workload.tensor_parallel", "fabric.planes"};
    for (const char* path : first)
        for (const SweepKnob& knob : m_knobs)
            if (m_rows.empty() && knob.path == path)
                addRow(knob);
    if (m_rows.empty() && !m_knobs.empty())
        addRow(m_knobs.front());
    showQuestion();
}

void FindBest::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    offerKnobs();
}

void FindBest::addRow(const SweepKnob& knob) {
    auto* row = new VaryRow;
    std::vector<Option> options;
    for (const SweepKnob& known : m_knobs)
        options.push_back({QString::fromStdString(known.path), known.title, known.sentence});
    row->setKnobs(options);
    row->setKnob(QString::fromStdString(knob.path), knob.ready);
    connect(row, &VaryRow::knobChosen, this, [this, row](const QString& id) {
        row->setKnob(id, {});
        if (const SweepKnob* chosen = knobOf(*row))
            row->setKnob(id, chosen->ready);
        showQuestion();
    });
    connect(row, &VaryRow::valuesTyped, this, &FindBest::showQuestion);
    connect(row, &VaryRow::removeRequested, this, [this, row] { removeRow(row); });
    m_rowsColumn->addWidget(row);
    m_rows.push_back(row);
    showQuestion();
}

void FindBest::removeRow(VaryRow* row) {
    std::erase(m_rows, row);
    row->hide();
    row->deleteLater(); // it may be the sender
    showQuestion();
}

std::vector<Variation> FindBest::asked() const {
    std::vector<Variation> variations;
    for (const VaryRow* row : m_rows) {
        const SweepKnob* knob = knobOf(*row);
        const Result<Variation> read =
            knob ? readValues(*knob, row->values()) : Result<Variation>::refused(Issue{"", "", ""});
        if (!read)
            return {};
        variations.push_back(*read);
    }
    return variations;
}

void FindBest::press() {
    if (m_runner.state() == State::Running)
        return m_runner.hold();
    if (m_runner.state() == State::Held)
        return m_runner.goOn();
    m_varied.clear();
    for (const VaryRow* row : m_rows)
        m_varied.push_back(*knobOf(*row));
    m_runner.start(m_session.scenario(), asked());
}

// What the button will do, or why it cannot.
void FindBest::showQuestion() {
    for (VaryRow* row : m_rows) {
        const SweepKnob* knob = knobOf(*row);
        const Result<Variation> read = knob ? readValues(*knob, row->values()) : Variation{};
        row->setProblem(read ? QString() : QString::fromStdString(toSentence(read.issues().front())));
        row->cross()->setVisible(m_rows.size() > 1);
    }
    m_add->setEnabled(m_rows.size() < mostKnobs);
    const State state = m_runner.state();
    if (state == State::Running || state == State::Held) {
        m_start->setEnabled(true);
        return m_start->setText(state == State::Running ? tr("Pause") : tr("Go on"));
    }
    double count = m_rows.empty() ? 0 : 1;
    const std::vector<Variation> variations = asked();
    for (const Variation& variation : variations)
        count *= static_cast<double>(variation.values.size());
    const bool many = count > static_cast<double>(SweepRunner::mostRows);
    m_start->setEnabled(!variations.empty() && !many);
    m_start->setText(variations.empty() ? tr("Answer all combinations")
                     : many             ? tr("At most %1 combinations").arg(counted(SweepRunner::mostRows))
                                        : tr("Answer %n combinations", "", static_cast<int>(count)));
    m_start->setAccessibleName(m_start->text());
}

void FindBest::showState() {
    const State state = m_runner.state();
    const std::size_t done = m_runner.rows().size(), all = m_runner.sweep() ? m_runner.sweep()->rows() : 0;
    const bool running = state == State::Running || state == State::Held;
    m_cancel->setVisible(running);
    m_add->setVisible(!running);
    m_save->setEnabled(done > 0 && !running);
    m_copy->setEnabled(done > 0);
    m_progress->setVisible(state != State::Idle);
    m_progress->setShare(all ? static_cast<double>(done) / static_cast<double>(all) : 0);
    QString text;
    if (state == State::Refused)
        text = capitalized(QString::fromStdString(m_runner.refusal()));
    else if (state != State::Idle && !m_runner.sweep())
        text = tr("Asking for the first answer…");
    else if (state != State::Idle)
        text = tr("%1 of %2 answered").arg(counted(done), counted(all));
    if (state == State::Running && done > 0) {
        const double left = static_cast<double>(m_running.elapsed()) / 1e3 / static_cast<double>(done) *
                            static_cast<double>(all - done);
        text += tr(", %1 s left").arg(QLocale().toString(std::ceil(left), 'f', 0));
    } else if (state == State::Held)
        text += tr(", paused");
    else if (state == State::Cancelled)
        text += tr(", cancelled");
    if (done > 0)
        text += tr(". ★ and line: nothing is better in both numbers.");
    static_cast<ElidedLabel*>(m_said)->setWholeText(text);
    showQuestion();
}

void FindBest::beginRows() {
    m_columns = m_byHand = false;
    m_running.start();
    m_table->setQuestion({}, {}, {});
    m_chart->setPoints({});
    if (m_varied.empty() && m_session.outcome()) // another language: the knobs of the sweep that is there
        for (const Variation& variation : m_runner.variations())
            for (const SweepKnob& knob : m_knobs)
                if (knob.path == variation.path)
                    m_varied.push_back(knob);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_across, m_up, m_chart, m_view})
        widget->setVisible(false);
}

void FindBest::chooseMetrics() {
    m_across->setCurrent(QString::number(m_axes.across));
    m_up->setCurrent(QString::number(m_axes.up));
    m_columns = false;
    showRows();
}

void FindBest::showRows() {
    const std::shared_ptr<const Sweep>& sweep = m_runner.sweep();
    if (!sweep || m_varied.size() != m_runner.variations().size())
        return;
    const std::vector<Metric>& metrics = sweep->columns();
    if (const TellingColumns telling = tellingColumns(metrics, m_runner.rows());
        !m_byHand && telling != m_axes) {
        m_axes = telling;
        return chooseMetrics();
    }
    if (!m_columns) {
        if (m_table->columnCount() <= 1) {
            std::vector<Option> options;
            for (std::size_t i = 0; i < metrics.size(); ++i)
                options.push_back({QString::number(i), word(metrics[i].name), titleOf(metrics[i])});
            for (ChoiceField* field : {m_across, m_up})
                field->setOptions(options);
            m_across->setCurrent(QString::number(m_axes.across));
            m_up->setCurrent(QString::number(m_axes.up));
        }
        m_columns = true;
        m_table->setQuestion(m_varied, metrics, {m_axes.up, m_axes.across});
        QHeaderView* head = m_view->horizontalHeader();
        for (int i = 0; i < head->count(); ++i)
            head->resizeSection(i, std::max(96, head->sectionSizeHint(i) + space::wide));
        const auto better = [](const Metric& metric) {
            return metric.better == Metric::Better::Higher  ? tr(", more is better")
                   : metric.better == Metric::Better::Lower ? tr(", less is better")
                                                            : QString();
        };
        m_chart->setTitles(titleOf(metrics[m_axes.across]) + better(metrics[m_axes.across]),
                           titleOf(metrics[m_axes.up]) + better(metrics[m_axes.up]));
        for (QWidget* widget : std::initializer_list<QWidget*>{m_across, m_up, m_chart, m_view})
            widget->setVisible(true);
    }
    std::vector<ScoredPoint> scored;
    for (const SweepRow& row : m_runner.rows())
        scored.push_back(row.metrics[m_axes.across] && row.metrics[m_axes.up]
                             ? ScoredPoint(std::pair(*row.metrics[m_axes.across], *row.metrics[m_axes.up]))
                             : ScoredPoint());
    const std::vector<bool> front =
        paretoFront(scored, metrics[m_axes.across].better, metrics[m_axes.up].better);
    std::vector<ScatterPoint> points;
    for (std::size_t i = 0; i < scored.size(); ++i)
        if (scored[i])
            points.push_back({scored[i]->first, scored[i]->second, static_cast<int>(i), front[i]});
    m_table->setRows(m_runner.rows(), front);
    m_chart->setPoints(points);
    showState();
}

void FindBest::load(int row) {
    const SweepRow& chosen = m_runner.rows()[static_cast<std::size_t>(row)];
    const Result<Scenario> scenario = m_runner.sweep()->scenario(static_cast<std::size_t>(row));
    if (!chosen.refused.empty() || !scenario)
        return emit told(QString::fromStdString(chosen.refused));
    QStringList values;
    for (std::size_t v = 0; v < m_varied.size(); ++v)
        values << tr("%1: %2").arg(m_varied[v].title, shownValue(m_varied[v], chosen.values[v]));
    m_table->setPresent(row);
    m_chart->setChosen(row);
    m_view->scrollTo(m_table->index(m_table->tableRow(row), 0));
    m_session.change(*scenario, values.join(QStringLiteral(", ")));
}

QString FindBest::said() const { return static_cast<ElidedLabel*>(m_said)->wholeText(); }

QString FindBest::commandLine() const {
    if (!m_runner.base())
        return {};
    const Result<std::string> code = codeOf(*m_runner.base());
    if (!code)
        return {};
    QString line = "supernode sweep " + QString::fromStdString(*code);
    for (const Variation& variation : m_runner.variations()) {
        QStringList values;
        for (const std::string& value : variation.values)
            values << QString::fromStdString(value);
        line += " --vary " + quoted(QString::fromStdString(variation.path) + "=" + values.join(','));
    }
    return line + " --out table.csv";
}

void FindBest::saveTo(const QString& path) {
    std::string text = m_runner.sweep()->head() + "\n";
    for (const std::string& row : m_runner.texts())
        text += row + "\n";
    const QString problem = writeWhole(path, text);
    emit told(problem.isEmpty() ? tr("Saved as %1").arg(path) : problem);
}

} // namespace supernode
