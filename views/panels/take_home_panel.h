// SPDX-License-Identifier: GPL-3.0-or-later
// What is on screen, to take home: a QR code, the same as letters to type, the command line, a file; and the
// way back: a code that is typed or pasted.
//
// Emits intents; copies to the clipboard itself. Thread: GUI.
// Promise: what is typed is asked for, and what is copied is what is shown.
// [TakeHomePanelTest.CopiesWhatItShowsAndAsksForWhatIsTyped]
#pragma once

#include "views/panels/painted.h"

#include <QFrame>

#include <vector>

class QLineEdit;

namespace supernode {

class PillButton;
class QrView;

class TakeHomePanel : public QFrame {
    Q_OBJECT

public:
    explicit TakeHomePanel(QWidget* parent = nullptr);
    void setCode(const QString& code, int squares, const std::vector<bool>& dark);
    // There is no code: what makes the scenario too long for one. `command`: for a file of the scenario.
    void setNoCode(const QString& sentence);
    void say(const QString& sentence); // below the line for typing; "" for nothing

    QString code() const { return m_code; }
    QString commandLine() const; // "" without a code
    PillButton* copyCode() const { return m_copyCode; }
    PillButton* copyCommand() const { return m_copyCommand; }
    PillButton* save() const { return m_save; }
    QLineEdit* edit() const { return m_edit; }
    QLabel* said() const { return m_said; }

signals:
    void codeTyped(const QString& code);
    void saveRequested();

private:
    QString m_code;
    QrView* m_picture;
    QLabel *m_letters, *m_command, *m_why, *m_said;
    PillButton *m_copyCode, *m_copyCommand, *m_save;
    QLineEdit* m_edit;
};

} // namespace supernode
