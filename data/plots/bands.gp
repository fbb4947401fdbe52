# Rural women by minutes, a bar a set. Data: set, centres, band, rural women, share, where its part begins.
# Keys: bands and their colours. Numbers: how many sets.
set lmargin at screen (size eq 'slide' ? 0.2 : 0.25)
set rmargin at screen 0.96
set border 1
set ytics scale 0
set xrange [0:100]
set yrange [P[1] - 0.4:-0.6]
set tmargin at screen 1 - room_above - 3.6 * letters / height
set key at screen 0.55, screen 1 - room_above center top horizontal
light(b) = b == 1 || b >= n_keys - 1 ? '#ffffff' : ink
shown(share) = share >= (size eq 'slide' ? 4 : 7) ? sprintf('%.0f%%', share) : ''
set grid noytics
plot for [b = 1:n_keys] 'data.tsv' every n_keys::b - 1 using ($6 + $5 / 2):0:6:($6 + $5):($0 - 0.35):($0 + 0.35):ytic(sprintf("%s\n%d centres", text(1), $2)) \
    with boxxyerror fillstyle solid noborder linecolor rgb C[b] title b < n_keys ? K[b] . ' min' : K[b], \
     for [b = 1:n_keys] 'data.tsv' every n_keys::b - 1 using ($6 + $5 / 2):0:(shown($5)) \
         with labels textcolor rgb light(b) notitle
