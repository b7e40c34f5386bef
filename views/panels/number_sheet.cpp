// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/number_sheet.h"

#include "views/panels/painted.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/pill_button.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace supernode {
namespace {

constexpr int mostWide = 860; // a line is read to its end

} // namespace

NumberSheet::NumberSheet(QWidget* over)
    : Overlay(over), m_title(makeElided({}, "large")), m_subtitle(makeElided({}, "body", "dim")),
      m_text(makeLabel({}, "body")), m_close(new SignButton(Sign::Cross, tr("Close"))) {
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->addLayout(names, 1);
    head->addWidget(makeLabel(tr("Save the chart"), "small", "dim"), 0, Qt::AlignTop);
    for (const char* format : {"PNG", "SVG", "CSV"}) {
        auto* save = new PillButton(QString::fromUtf8(format), PillButton::Look::Quiet);
        connect(save, &PillButton::clicked, this,
                [this, index = static_cast<int>(m_saves.size())] { emit saveAsked(index); });
        m_saves.push_back(save);
        head->addWidget(save, 0, Qt::AlignTop);
    }
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto* body = new QFrame;
    auto* scroll = new PanelScroll(body, {0, 0, space::wide, 0});
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    scroll->column()->addWidget(m_text);
    scroll->column()->addStretch(1);
    column()->addLayout(head);
    column()->addWidget(body, 1);
    connect(m_close, &SignButton::clicked, this, &NumberSheet::close);
}

void NumberSheet::tell(const QString& title, const QString& subtitle, const QString& html) {
    static_cast<ElidedLabel*>(m_title)->setWholeText(title);
    static_cast<ElidedLabel*>(m_subtitle)->setWholeText(subtitle);
    m_text->setText(html);
    setAccessibleName(title);
    if (!isOpen())
        open();
}

QString NumberSheet::title() const { return static_cast<ElidedLabel*>(m_title)->wholeText(); }

QString NumberSheet::html() const { return m_text->text(); }

QRect NumberSheet::cardPlace() const {
    const int wide = std::min(width() - 4 * space::wide, mostWide), high = height() - 4 * space::wide;
    return {(width() - wide) / 2, 2 * space::wide, wide, high};
}

} // namespace supernode
