// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/kept_run.h"

#include "app/desktop/keeper.h"
#include "app/desktop/main_window.h"

#include <QApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace supernode {
namespace {

constexpr std::array endSignals{SIGTERM, SIGHUP, SIGINT};

int wakeEnd = -1; // a handler of a signal can reach nothing else

extern "C" void passOn(int number) {
    const auto byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = ::write(wakeEnd, &byte, 1);
}

// While it lives, signals to end come out of the event loop.
class EndSignals {
public:
    EndSignals() {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            return; // the signals end the program as they would without us
        wakeEnd = m_ends[0];
        for (const int number : endSignals)
            std::signal(number, passOn);
    }
    ~EndSignals() {
        for (const int number : endSignals)
            std::signal(number, SIG_DFL);
        for (const int end : m_ends)
            if (end >= 0)
                ::close(end);
    }
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    int readEnd() const { return m_ends[1]; }

private:
    std::array<int, 2> m_ends{-1, -1};
};

} // namespace

int runKept(MainWindow& window, const QString& folder) {
    Keeper keeper(folder);
    window.setKeeper(&keeper);
    const EndSignals signalsToEnd;
    int ended = 0;
    QSocketNotifier notifier(signalsToEnd.readEnd(), QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &window, [&] {
        char byte = 0;
        if (::read(signalsToEnd.readEnd(), &byte, 1) == 1)
            ended = byte;
        QApplication::exit(128 + ended);
    });
    const int code = QApplication::exec();
    window.setKeeper(nullptr);
    if (ended != 0)
        keeper.breakOff();
    return code;
}

} // namespace supernode
