# What the model says and what is on record, a line each. Data: what, low, expected, high, observed. Numbers:
# cases to a unit.
longest = 56
set lmargin at screen (size eq 'slide' ? 0.4 : 0.6)
set ytics font small_font
set xrange [*:*]
set offsets graph 0.05, graph 0.05, 0, 0
set tmargin at screen 1 - room_above - 1.8 * letters / height
set key at screen 0.5, screen 1 - room_above center top vertical maxrows 1
plot 'data.tsv' using ($2 / P[1]):0:(($4 - $2) / P[1]):(0):ytic(name(text(1))) \
    with vectors nohead linewidth 5 linecolor rgb '#a9c6e3' title 'model: 90%', \
     'data.tsv' using ($3 / P[1]):0:ytic(name(text(1))) with points pointtype 7 pointsize 1 \
         linecolor rgb best title 'model: middle', \
     'data.tsv' using ($5 / P[1]):0 with points pointtype 4 pointsize 1.1 linewidth 2 linecolor rgb ink \
         title 'on record'
