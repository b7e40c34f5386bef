// SPDX-License-Identifier: GPL-3.0-or-later
// Typed indices: an element, a link and a channel cannot be mixed up.
//
// All ids index arrays of one Fabric and mean nothing for another.
#pragma once

#include <compare>
#include <cstdint>

namespace supernode {

template <class Tag>
struct Id {
    static constexpr std::uint32_t none = 0xffffffffu;
    std::uint32_t value = none;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    constexpr bool valid() const { return value != none; }
    constexpr auto operator<=>(const Id&) const = default;
};

using ElementId = Id<struct ElementTag>; // anything that can be selected or failed, links included
using LinkId = Id<struct LinkTag>;       // one cable lane pair between two chips, both directions
using ChannelId = Id<struct ChannelTag>; // one direction of a link

enum class Direction : std::uint8_t { Up, Down }; // up: from the endpoint towards the second tier

constexpr ChannelId channelOf(LinkId link, Direction direction) {
    return ChannelId(link.value * 2 + (direction == Direction::Down ? 1u : 0u));
}
constexpr LinkId linkOf(ChannelId channel) { return LinkId(channel.value / 2); }
constexpr Direction directionOf(ChannelId channel) {
    return channel.value % 2 ? Direction::Down : Direction::Up;
}

} // namespace supernode
