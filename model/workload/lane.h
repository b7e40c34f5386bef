// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at work in a phase: phases of different lanes may overlap in time.
#pragma once

#include <cstdint>
#include <string_view>

namespace supernode {

// Transfer: collectives, caches, and all traffic that is neither dispatch nor combine.
enum class Lane : std::uint8_t { Compute, Dispatch, Combine, Transfer };

constexpr std::string_view toString(Lane lane) {
    switch (lane) {
    case Lane::Compute:
        return "compute";
    case Lane::Dispatch:
        return "dispatch";
    case Lane::Combine:
        return "combine";
    case Lane::Transfer:
        break;
    }
    return "transfer";
}

} // namespace supernode
