// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/take_home_panel.h"

#include "views/panels/pill_button.h"
#include "views/panels/qr_view.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace supernode {
namespace {

// Four groups a line, as a person reads them out.
QString inLines(const QString& code) {
    const QStringList groups = code.split('-');
    QString text;
    for (int i = 0; i < groups.size(); ++i)
        text += (i == 0 ? "" : i % 4 == 0 ? "\n" : "-") + groups[i];
    return text;
}

QLabel* makeSelectable(const char* type) {
    QLabel* label = makeLabel({}, type);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setTextFormat(Qt::PlainText);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setProperty("face", "fixed");
    return label;
}

} // namespace

TakeHomePanel::TakeHomePanel(QWidget* parent)
    : QFrame(parent), m_picture(new QrView), m_letters(makeSelectable("control")),
      m_command(makeSelectable("small")), m_why(makeLabel({}, "body")),
      m_said(makeLabel({}, "body", "failed")), m_copyCode(new PillButton(tr("Copy code"))),
      m_copyCommand(new PillButton(tr("Copy command"))), m_save(new PillButton(tr("Save as a file"))),
      m_edit(new QLineEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    QLabel* sentence =
        makeLabel(tr("This code holds the whole question: photograph it or write it down. No network "
                     "is needed, and nothing about you is in it."),
                  "body", "dim");
    for (QLabel* label : {sentence, m_why, m_said, m_command})
        label->setWordWrap(true);
    m_letters->setAlignment(Qt::AlignHCenter);
    m_letters->setAccessibleName(tr("Take-home code"));
    m_command->setAccessibleName(tr("Command line"));
    auto* copies = new QHBoxLayout;
    copies->setSpacing(space::unit);
    copies->addWidget(m_copyCode, 4); // of their words, also where they are longer
    copies->addWidget(m_copyCommand, 5);
    m_edit->setPlaceholderText(tr("Type or paste a code"));
    m_edit->setAccessibleName(tr("Type or paste a code"));
    m_edit->setMinimumHeight(space::mainTarget);
    column->addWidget(sentence);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_letters);
    column->addWidget(m_why);
    column->addLayout(copies);
    column->addWidget(m_command);
    column->addWidget(m_save);
    column->addSpacing(space::wide);
    column->addWidget(makeLabel(tr("CODE OF ANOTHER"), "section", "dim"));
    column->addWidget(m_edit);
    column->addWidget(m_said);
    column->addStretch(1);
    m_said->hide();
    connect(m_copyCode, &PillButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_code); });
    connect(m_copyCommand, &PillButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(commandLine()); });
    connect(m_save, &PillButton::clicked, this, &TakeHomePanel::saveRequested);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { emit codeTyped(m_edit->text().trimmed()); });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { say({}); });
}

QString TakeHomePanel::commandLine() const {
    return m_code.isEmpty() ? QString() : "supernode evaluate " + m_code;
}

void TakeHomePanel::setCode(const QString& code, int squares, const std::vector<bool>& dark) {
    m_code = code;
    m_picture->setSquares(squares, dark);
    m_picture->setAccessibleName(tr("QR code of %1").arg(code));
    m_letters->setText(inLines(code));
    m_command->setText(commandLine().replace('-', QStringLiteral("-\u200b")));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_letters, m_command, m_copyCode, m_copyCommand})
        widget->setVisible(!code.isEmpty());
    m_why->hide();
}

void TakeHomePanel::setNoCode(const QString& sentence) {
    setCode({}, 0, {});
    m_why->setText(sentence);
    m_why->show();
}

void TakeHomePanel::say(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

} // namespace supernode
