// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/notice_bar.h"

#include "views/panels/pill_button.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace supernode {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_yes(new PillButton({})),
      m_no(new PillButton({}, PillButton::Look::Quiet)), m_close(new SignButton(Sign::Cross, tr("Close"))) {
    setObjectName("notice");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::edge, space::half, space::unit, space::half);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    row->addWidget(m_close);
    for (PillButton* button : {m_yes, m_no})
        connect(button, &PillButton::clicked, this, &QWidget::hide);
    connect(m_yes, &PillButton::clicked, this, &NoticeBar::agreed);
    connect(m_no, &PillButton::clicked, this, &NoticeBar::declined);
    connect(m_close, &SignButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(const QString& sentence) {
    const Theme theme = currentTheme();
    setStyleSheet(
        QString("#notice { background: %1; border-bottom: 1px solid %2; } #notice QLabel { color: %3; }")
            .arg(theme.failedGround.name(), theme.failed.name(), theme.text.name()));
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_yes->hide();
    m_no->hide();
    show();
}

void NoticeBar::ask(const QString& sentence, const QString& yes, const QString& no) {
    tell(sentence);
    m_yes->setText(yes);
    m_no->setText(no);
    m_yes->show();
    m_no->show();
}

bool NoticeBar::isAsking() const { return isVisible() && !m_yes->isHidden(); }

QString NoticeBar::sentence() const { return m_text->text(); }

} // namespace supernode
