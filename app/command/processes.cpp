// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/processes.h"

#include <cstdlib>

#ifdef SUPERNODE_WITH_MPI
#include <mpi.h>
#endif

namespace supernode {
namespace {

// Open MPI and everything that starts processes by PMIx tell each its rank.
const char* rankInEnvironment() {
    const char* rank = std::getenv("OMPI_COMM_WORLD_RANK");
    return rank ? rank : std::getenv("PMIX_RANK");
}

} // namespace

bool isFirstProcess() {
    const char* rank = rankInEnvironment();
    return !rank || std::atoi(rank) == 0;
}

#ifdef SUPERNODE_WITH_MPI

bool startedByMpiWithoutMpi() { return false; }

Processes::Processes() {
    if (!rankInEnvironment())
        return; // starting MPI for one process takes longer than many sweeps
    MPI_Init(nullptr, nullptr);
    m_started = true;
    int rank = 0, count = 1;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    m_rank = static_cast<std::size_t>(rank);
    m_count = static_cast<std::size_t>(count);
}

Processes::~Processes() {
    if (m_started)
        MPI_Finalize();
}

std::size_t Processes::fromFirst(std::size_t value) const {
    unsigned long shared = value;
    if (m_started)
        MPI_Bcast(&shared, 1, MPI_UNSIGNED_LONG, 0, MPI_COMM_WORLD);
    return shared;
}

void Processes::sendToFirst(const std::string& text) const {
    MPI_Send(text.data(), static_cast<int>(text.size()), MPI_CHAR, 0, 0, MPI_COMM_WORLD);
}

std::string Processes::receiveFrom(std::size_t rank) const {
    MPI_Status status;
    int length = 0;
    MPI_Probe(static_cast<int>(rank), 0, MPI_COMM_WORLD, &status);
    MPI_Get_count(&status, MPI_CHAR, &length);
    std::string text(static_cast<std::size_t>(length), '\0');
    MPI_Recv(text.data(), length, MPI_CHAR, static_cast<int>(rank), 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return text;
}

void Processes::stopAll() const {
    MPI_Abort(MPI_COMM_WORLD, 1);
    std::abort(); // not reached
}

#else

bool startedByMpiWithoutMpi() { return rankInEnvironment() != nullptr; }

Processes::Processes() = default;
Processes::~Processes() = default;
std::size_t Processes::fromFirst(std::size_t value) const { return value; }
void Processes::sendToFirst(const std::string&) const {}
std::string Processes::receiveFrom(std::size_t) const { return {}; }
void Processes::stopAll() const { std::abort(); }

#endif

} // namespace supernode
