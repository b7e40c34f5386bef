// SPDX-License-Identifier: GPL-3.0-or-later
// Who is compared: the machine of the session with up to three others, their legend, and how they come and
// go.
//
// The usual other is the first machine of the session that is not its own; others are machines that come with
// the program, the session's own without its what-ifs, and machines of scenario files with their what-ifs.
// The work is always that of the session. Thread: GUI. Promise: a third machine comes and goes by clicks.
// [ContendersTest.AThirdMachineComesAndGoes]
#pragma once

#include "app/desktop/session.h"
#include "model/outcome/compared_work.h"
#include "views/charts/board_rows.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace supernode {

class PillButton;
class SignButton;

// Empty: the usual other.
using Guest = std::optional<Contender>;

class Contenders : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t most = 4; // machines

    explicit Contenders(Session& session, QWidget* parent = nullptr);

    std::vector<Contender> others() const; // in the order of the guests
    const std::vector<Guest>& guests() const { return m_guests; }
    void setGuests(std::vector<Guest> guests);
    void add(const Contender& contender);
    void addFile(const QString& path);
    // The legend; `guest`: which of the guests a machine is, none for the session's own.
    void tell(const std::vector<BoardMachine>& machines,
              const std::vector<std::optional<std::size_t>>& guest);
    PillButton* addButton() const { return m_add; }                             // to be placed by the owner
    const std::vector<SignButton*>& removeButtons() const { return m_removes; } // of the guests in the legend

signals:
    void changed();
    void told(const QString& sentence);

private:
    void remove(std::size_t guest);
    void openMenu();
    void askForFile();
    bool isThere(const std::string& system) const;

    Session& m_session;
    std::vector<Guest> m_guests{std::nullopt};
    PillButton* m_add;
    QHBoxLayout* m_legend;
    std::vector<QWidget*> m_chips;
    std::vector<SignButton*> m_removes;
};

} // namespace supernode
