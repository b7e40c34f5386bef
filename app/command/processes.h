// SPDX-License-Identifier: GPL-3.0-or-later
// The processes that share one command under mpirun, or this one alone.
//
// Thread: one object in a process, all calls from the thread that made it. Without MPI in the build, or when
// not started by mpirun, there is one process, rank 0. Errors: none that a caller can mend; MPI ends them
// all.
#pragma once

#include <cstddef>
#include <string>

namespace supernode {

class Processes {
public:
    Processes();
    ~Processes();
    Processes(const Processes&) = delete;
    Processes& operator=(const Processes&) = delete;

    std::size_t rank() const { return m_rank; }
    std::size_t count() const { return m_count; }
    std::size_t fromFirst(std::size_t value) const; // what rank 0 gives, on all processes
    void sendToFirst(const std::string& text) const;
    std::string receiveFrom(std::size_t rank) const;
    [[noreturn]] void stopAll() const; // with exit status 1

private:
    std::size_t m_rank = 0, m_count = 1;
    bool m_started = false; // by us
};

// Several processes were started, but this build cannot speak to them.
bool startedByMpiWithoutMpi();
// Of several processes only one speaks to the person; asked before and after Processes lives.
bool isFirstProcess();

} // namespace supernode
