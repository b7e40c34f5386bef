// SPDX-License-Identifier: GPL-3.0-or-later
// Which flow ends next: a heap of finish times (four children each) in which a flow can be moved.
//
// Keys are seconds; infinity is a time like any other. Cost: O(log n) for each change, O(n) when a quarter of
// the flows move at once. Thread: one at a time.
// Promise: the least is always on top. [FinishQueue.GivesTheEarliestAfterRandomMoves]
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace supernode {

class FinishQueue {
public:
    struct Entry {
        double time;
        std::uint32_t flow;
    };

    explicit FinishQueue(std::size_t flows = 0) : m_place(flows, absent) {}
    // Empty again, for so many flows, in the same memory.
    void reset(std::size_t flows) {
        m_heap.clear();
        m_place.assign(flows, absent);
    }

    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }
    const Entry& top() const { return m_heap.front(); }

    // Adds flows or moves them.
    void set(std::span<const Entry> entries) {
        const bool many = entries.size() * 4 > m_heap.size() + entries.size();
        for (const Entry& entry : entries)
            if (many)
                put(entry);
            else
                set(entry);
        if (many)
            for (std::size_t i = (m_heap.size() + 2) / 4; i-- > 0;)
                sink(i);
    }
    void pop() {
        m_place[m_heap.front().flow] = absent;
        const Entry last = m_heap.back();
        m_heap.pop_back();
        if (m_heap.empty())
            return;
        at(0) = last;
        sink(0);
    }

private:
    static constexpr std::uint32_t absent = 0xffffffffu;

    Entry& at(std::size_t i) { return m_heap[i]; }
    // Where it is, or at the end, without an order.
    std::size_t put(const Entry& entry) {
        std::uint32_t& place = m_place[entry.flow];
        if (place == absent) {
            place = static_cast<std::uint32_t>(m_heap.size());
            m_heap.push_back(entry);
        } else {
            at(place) = entry;
        }
        return place;
    }
    void set(const Entry& entry) {
        const std::size_t i = put(entry);
        rise(i);
        sink(m_place[entry.flow]);
    }
    void rise(std::size_t i) {
        const Entry entry = at(i);
        for (; i > 0 && entry.time < at((i - 1) / 4).time; i = (i - 1) / 4)
            move(at((i - 1) / 4), i);
        move(entry, i);
    }
    void sink(std::size_t i) {
        const Entry entry = at(i);
        for (;;) {
            const std::size_t first = 4 * i + 1, last = std::min(first + 4, m_heap.size());
            std::size_t least = i;
            double time = entry.time;
            for (std::size_t child = first; child < last; ++child)
                if (at(child).time < time) {
                    time = at(child).time;
                    least = child;
                }
            if (least == i)
                break;
            move(at(least), i);
            i = least;
        }
        move(entry, i);
    }
    void move(const Entry& entry, std::size_t to) {
        m_place[entry.flow] = static_cast<std::uint32_t>(to);
        at(to) = entry;
    }

    std::vector<Entry> m_heap;
    std::vector<std::uint32_t> m_place; // per flow
};

} // namespace supernode
