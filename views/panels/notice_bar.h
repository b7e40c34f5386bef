// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence across the top when something was refused; gone with a click, or when the next answer arrives.
// It may ask, with two buttons; an answer, or the cross, takes it away.
//
// Thread: GUI.
#pragma once

#include <QFrame>

class QLabel;

namespace supernode {

class PillButton;
class SignButton;

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void tell(const QString& sentence);
    void ask(const QString& sentence, const QString& yes, const QString& no);
    QString sentence() const;
    bool isAsking() const;
    PillButton* yesButton() const { return m_yes; }
    PillButton* noButton() const { return m_no; }
    SignButton* closeButton() const { return m_close; }

signals:
    void agreed();
    void declined();

private:
    QLabel* m_text;
    PillButton *m_yes, *m_no;
    SignButton* m_close;
};

} // namespace supernode
