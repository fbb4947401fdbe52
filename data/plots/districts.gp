# Shares within the limit, a line a district. Data: id, name, women, then the share under each set.
set xrange [0:100]
set tmargin at screen 1 - room_above - 1.8 * letters / height
set key at graph 0.5, screen 1 - room_above center top vertical maxrows 1
plot 'data.tsv' using 4:0:(column(3 + n_keys) - $4):(0):ytic(name(text(2))) \
    with vectors nohead linewidth 2 linecolor rgb faint notitle, \
     for [i = 1:n_keys] 'data.tsv' using 3 + i:0 \
         with points pointtype (i == 1 ? 6 : i == n_keys ? 7 : 9) pointsize 1.2 linewidth 1.5 linecolor rgb set_colour(i) \
         title K[i]
