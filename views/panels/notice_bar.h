// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence across the top when something was refused; gone with a click, or when the next answer arrives.
//
// Thread: GUI.
#pragma once

#include <QFrame>

class QLabel;

namespace supernode {

class SignButton;

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void tell(const QString& sentence);
    QString sentence() const;
    SignButton* closeButton() const { return m_close; }

private:
    QLabel* m_text;
    SignButton* m_close;
};

} // namespace supernode
