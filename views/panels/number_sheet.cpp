// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/number_sheet.h"

#include "views/panels/painted.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {
namespace {

constexpr int mostWide = 1120; // two columns, whose lines are read to their ends

} // namespace

NumberSheet::NumberSheet(QWidget* over, From from)
    : Overlay(over), m_title(makeElided({}, "large")), m_subtitle(makeElided({}, "body", "dim")),
      m_text(makeLabel({}, "body")), m_close(new SignButton(Sign::Cross, tr("Close"))) {
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->addLayout(names, 1);
    if (from == From::Chart)
        addSaveButtons(head);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto* body = new QFrame;
    auto* scroll = new PanelScroll(body, {0, 0, space::wide, 0});
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(1); // what it needs at its width, not at its narrowest
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    scroll->column()->addWidget(m_text);
    scroll->column()->addStretch(1);
    column()->addLayout(head);
    column()->addWidget(body, 1);
    connect(m_close, &SignButton::clicked, this, &NumberSheet::close);
}

void NumberSheet::addSaveButtons(QHBoxLayout* head) {
    QLabel* saving = makeLabel(tr("Save the chart"), "small", "dim");
    saving->setFixedHeight(space::target); // on a line with the buttons
    head->addWidget(saving, 0, Qt::AlignTop);
    for (const char* format : {"PNG", "SVG", "CSV"}) {
        auto* save = new PillButton(QString::fromUtf8(format), PillButton::Look::Quiet);
        connect(save, &PillButton::clicked, this,
                [this, index = static_cast<int>(m_saves.size())] { emit saveAsked(index); });
        m_saves.push_back(save);
        head->addWidget(save, 0, Qt::AlignTop);
    }
}

void NumberSheet::tell(const QString& title, const QString& subtitle, const QString& html) {
    static_cast<ElidedLabel*>(m_title)->setWholeText(title);
    static_cast<ElidedLabel*>(m_subtitle)->setWholeText(subtitle);
    m_text->setText(html);
    setAccessibleName(title);
    if (isOpen())
        card()->setGeometry(cardPlace());
    else
        open();
}

QString NumberSheet::title() const { return static_cast<ElidedLabel*>(m_title)->wholeText(); }

QString NumberSheet::html() const { return m_text->text(); }

QRect NumberSheet::cardPlace() const {
    const int wide = std::min(width() - 4 * space::wide, mostWide);
    // As high as what stands in it: edges, head, text.
    const int text = m_text->heightForWidth(wide - 4 * space::wide);
    const int high = std::min(height() - 4 * space::wide,
                              text + column()->itemAt(0)->sizeHint().height() + 4 * space::wide);
    return {(width() - wide) / 2, (height() - high) / 2, wide, high};
}

} // namespace supernode
