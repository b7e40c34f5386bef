// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start_screen.h"

#include "app/desktop/language.h"
#include "app/desktop/preset_words.h"
#include "views/fabric/fabric_view.h"
#include "views/panels/pill_button.h"
#include "views/panels/timeline_scale.h"
#include "views/theme/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace supernode {
namespace {

// The first sight of traffic, of damage, and of a language model.
constexpr const char* firstPresets[] = {"all-to-all", "all-to-all-plane-3-failed", "moe-decode"};

// A large button with a title and a line beneath.
class StartCard : public PaintedButton {
public:
    StartCard(const QString& title, const QString& line) : m_line(line) {
        setText(title);
        setAccessibleName(title + ", " + line);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override {
        const Theme t = currentTheme();
        return {320, t.px(TextSize::Large) + t.px(TextSize::Control) + 44};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme t = currentTheme();
        QPainter p(this);
        const QRectF box = rect();
        drawRounded(p, box.adjusted(0.5, 0.5, -0.5, -0.5), space::radius, isHot() ? t.hover : t.raised,
                    isHot() ? t.accent : t.line);
        const QFont title = t.font(TextSize::Large, QFont::DemiBold), small = t.font(TextSize::Control);
        const double high = QFontMetricsF(title).height(), low = QFontMetricsF(small).height();
        const double top = (box.height() - high - low - 2) / 2, wide = box.width() - 2 * space::edge;
        p.setFont(title);
        p.setPen(t.text);
        bool elided = drawLine(p, {double(space::edge), top, wide, high}, Qt::AlignVCenter, text());
        p.setFont(small);
        p.setPen(t.textDim);
        elided |= drawLine(p, {double(space::edge), top + high + 2, wide, low}, Qt::AlignVCenter, m_line);
        setElided(elided);
        if (showsFocus())
            drawFocusRing(p, box, space::radius, t);
    }

private:
    QString m_line;
};

} // namespace

StartScreen::StartScreen(Session& session, QWidget* window)
    : QWidget(window), m_session(session), m_rings(new FabricView(FabricView::Words::None)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Start"));
    m_rings->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rings->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    row->setSpacing(2 * space::edge);
    row->addWidget(m_rings, 11);
    row->addWidget(buildWords(), 9);
    connect(&m_playhead, &Playhead::moved, m_rings, [this](Duration time) {
        m_rings->setTime(time);
        if (m_pace.isDue(m_playhead.isPlaying()))
            m_rings->catchUp();
    });
    connect(&m_session, &Session::answered, this, [this] {
        if (isOpen())
            showAnswer();
    });
    window->installEventFilter(this);
    hide();
}

QWidget* StartScreen::buildWords() {
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 2 * space::edge, 0);
    column->setSpacing(space::wide);
    auto* name = makeLabel(tr("Supernode Explorer"), "number");
    m_question = makeLabel({}, "large", "dim");
    for (QLabel* label : {name, m_question})
        label->setWordWrap(true);
    column->addStretch(2);
    column->addWidget(name);
    column->addWidget(m_question);
    column->addSpacing(space::unit);
    for (const Option& option : presetOptions())
        if (std::any_of(std::begin(firstPresets), std::end(firstPresets),
                        [&](const char* id) { return option.id == id; })) {
            auto* card = new StartCard(option.title, option.sentence);
            connect(card, &QAbstractButton::clicked, this, [this, id = option.id] {
                close();
                emit presetChosen(id);
            });
            column->addWidget(card);
            m_presets.push_back(card);
        }
    m_explore = new PillButton(tr("Explore"));
    m_compare = new PillButton(tr("Compare"));
    m_language = new PillButton(currentLanguage() == "en" ? "中文" : "English", PillButton::Look::Quiet);
    connect(m_explore, &QAbstractButton::clicked, this, &StartScreen::close);
    connect(m_compare, &QAbstractButton::clicked, this, [this] {
        close();
        emit compareRequested();
    });
    connect(m_language, &QAbstractButton::clicked, this, &StartScreen::languageRequested);
    auto* modes = new QHBoxLayout;
    modes->setSpacing(space::unit);
    modes->addWidget(m_explore);
    modes->addWidget(m_compare);
    column->addLayout(modes);
    auto* foot = new QHBoxLayout;
    foot->addWidget(makeLabel(tr("A touch or any key goes on"), "control", "dim"), 1);
    foot->addWidget(m_language);
    column->addStretch(3);
    column->addLayout(foot);
    return words;
}

void StartScreen::open() {
    setGeometry(parentWidget()->rect());
    showAnswer();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    m_playhead.setPlaying(true);
}

void StartScreen::close() {
    if (!isOpen())
        return;
    m_playhead.setPlaying(false);
    hide();
    emit closed();
}

void StartScreen::showAnswer() {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome)
        return;
    const SystemSpec& system = outcome->fabric->system();
    m_question->setText(tr("What happens inside when %1 %2 work as one?")
                            .arg(QLocale().toString(system.chips()), pluralWord(system.chip.word)));
    m_rings->setOutcome(outcome);
    m_playhead.setEnd(outcome->end, worthWatching(*outcome));
    m_rings->setTimeScale(m_playhead.scale().base());
    m_playhead.setTime(busyFrom(*outcome, outcome->end * 0.4));
    m_rings->catchUp();
}

// The window's own keys rest while it is open.
bool StartScreen::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool StartScreen::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void StartScreen::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), currentTheme().ground); }

// With the release, so that what lies beneath sees no half of a click.
void StartScreen::mouseReleaseEvent(QMouseEvent*) { close(); }

void StartScreen::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Tab: // these walk over the choices
    case Qt::Key_Backtab:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
        return QWidget::keyPressEvent(event);
    default:
        close();
    }
}

} // namespace supernode
